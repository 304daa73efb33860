"""Capacities: growing, shrinking, inserting, building."""
a = []
for i in range(20):
    a.append(i)
while len(a) > 3:
    a.pop()
a.insert(0, "x"); a.insert(2, "y")
del a[1:3]
b = [1, 2, 3]
c = [a, b, a]
d = list(range(10))
e = [n * n for n in d if n % 2]
f = d[2:5] + e
d.extend(n for n in range(9))
b *= 4
f.clear()
e.sort(reverse=True)
g = e.copy()
g.reverse()
h, *i = d
