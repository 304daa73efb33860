# A list's index must be an integer or a slice.
a = [1, 2]
print(a["0"])
