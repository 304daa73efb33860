# A bracket that is never closed.
# test: stderr=last
x = (1, 2
y = 3
