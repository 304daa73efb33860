# print with a separator that is no string.
print(1, 2, sep=5)
