# Slice assignment of every shape.
a = list(range(6))
a[1:3] = []
print(a)
a[1:1] = [10, 11, 12]
print(a)
a[-2:] = [99]
print(a)
a[0:2] = a
print(a)
a[::3] = ["x"] * len(a[::3])
print(a)
a[5:2] = ["at 5"]
print(a)
a[::-1] = list(range(len(a)))
print(a)
a[:] = (x for x in "gen")
print(a)
a[100:] = {7: 0}
a[:0] = "s"
print(a)
del a[1:-1]
a[:] = []
print(a)
