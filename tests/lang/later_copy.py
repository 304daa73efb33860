# copy and deepcopy.
import copy
a = [1, [2, 3]]
a.append(a[1])
b, c = copy.copy(a), copy.deepcopy(a)
print(b[1] is a[1], c[1] is a[1], c[1] is c[2], c == a)
a.append(a)
d = copy.deepcopy(a)
print(d[3] is d, d[:3] == c)
