# ** of a string.
a = "x"
print(a ** 2)
