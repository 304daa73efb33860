# Names are bound; several targets share one object.
a = 1
b = a
a = 2
print(a, b)
x = y = z = []
x.append(1)
print(x, y, z, x is y is z)
p = q = 5
q += 1
print(p, q)
