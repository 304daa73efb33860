# * and *= of lists.
a = [1, 2] * 3
print(a, [0] * 5, [] * 3, [None] * 2, 2 * [[]])
a *= 2
print(a, len(a))
a *= 0
print(a)
b = [[]] * 2
b *= 2
b[0].append(1)
print(b)
c = [1]
c *= -1
print(c, [1, 2] * True)
