# A subscript of what has none.
n = 5
print(n[0])
