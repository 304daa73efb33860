# Unpacking, swapping and starred targets.
a, b = [], []
a, b = b, a
c, (d, e) = a, (b, [a])
f, *g = [a, b, a]
h = i = j = [a]
k = [a, b]
k[0], k[1] = k[1], k[0]
for l, m in [(a, b)]:
    pass
