# Slices assigned, longer, shorter and equal, at every place.
made = []
for start in range(0, 9, 2):
    for stop in range(start, 9, 3):
        for k in (0, 1, 3, 9):
            a = [0, 1, 2, 3, 4, 5, 6, 7]
            a[start:stop] = ["x"] * k
            made.append(a)
b = []
b[:] = [1, 2, 3]
c = [1, 2, 3, 4]
c[::2] = "xy"
d = [1, 2, 3]
d[1:] = (x for x in range(7))
