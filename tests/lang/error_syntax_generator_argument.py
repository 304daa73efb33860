# A generator expression that needs brackets.
print(x for x in [1], 2)
