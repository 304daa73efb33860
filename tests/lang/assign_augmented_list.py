# Augmented assignment changes a list in place: every name sees it.
a = b = [1]
a += [2]
a += (3,)
a += "xy"
a += range(2)
print(a, b, a is b)
a *= 2
print(b)
c = d = [1]
c = c + [2]
print(c, d, c is d)
m = [[0, 1], [2, 3]]
m[0][1] += 10
m[1] += [4]
print(m)
