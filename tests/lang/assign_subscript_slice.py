# Assignment to items and slices.
a = [0, 1, 2, 3, 4]
a[0] = "first"
a[-1] = "last"
a[1:3] = [10, 20, 30]
print(a)
a[2:2] = "xy"
a[:1] = []
print(a)
a[::2] = range(4)
print(a)
a[:] = [1]
print(a)
a[5:] = (7, 8)
print(a)
d = {}
d["x"], d["y"] = 1, 2
d[1, 2] = "tuple key"
print(d)
