# A starred target takes the rest, as a list.
a, *b = [1, 2, 3]
print(a, b)
*c, d = "xyz"
print(c, d)
e, *f, g = (1, 2)
print(e, f, g)
*h, = range(3)
print(h)
(i, *j), *k = [[1, 2, 3], 4, 5]
print(i, j, k)
for first, *rest in [(1, 2, 3), (4,)]:
    print(first, rest)
