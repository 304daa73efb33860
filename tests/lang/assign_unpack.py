# Unpacking takes any iterable, and nests.
a, b = 1, 2
a, b = b, a
print(a, b)
(c, d), [e, f] = [3, 4], "xy"
print(c, d, e, f)
g, (h, (i, j)) = 1, (2, (3, 4))
print(g, h, i, j)
[k, l] = range(2)
m, = [9]
print(k, l, m)
n, o = {"one": 1, "two": 2}
print(n, o)
() = []
p = q, r = 1, 2
print(p, q, r)
