# A bracket closed by another.
x = [1, 2)
