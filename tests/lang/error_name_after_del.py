# A name read after del.
x = 1
del x
print(x)
