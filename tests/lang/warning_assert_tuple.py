# An assertion about a tuple is always true.
x = 0
assert (x, "never raised")
assert (1, 2)
print("still here")
