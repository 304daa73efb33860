# = in a condition.
while x = 1:
    pass
