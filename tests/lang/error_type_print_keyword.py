# print with an unknown keyword.
print(1, separator=2)
