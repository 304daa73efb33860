# del removes names, items, slices and keys.
a = [0, 1, 2, 3, 4, 5, 6]
del a[0]
del a[-1]
print(a)
del a[1:3]
print(a)
del a[:]
print(a)
d = {"x": 1, "y": 2, "z": 3}
del d["y"], d["x"]
print(d)
x = 1
y = z = 2
del x, (y, [z])
print("x" in d, len(d))
b = list(range(10))
del b[::3]
print(b)
del b[::-2]
print(b)
