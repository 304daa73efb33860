# A keyword argument that is no name.
print(a.b=1)
