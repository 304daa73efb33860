# reverse, copy, and what a copy shares.
a = [1, [2], 3]
print(a.reverse(), a)
b = a.copy()
c = a[:]
d = list(a)
print(b == a, b is a, b[1] is a[1] is c[1] is d[1])
b.append(4)
b[1].append("shared")
print(a, b, c)
print([].copy(), [1, 2, 3][::-1])
