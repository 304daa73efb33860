# `in` a string wants a string.
print(1 in "123")
