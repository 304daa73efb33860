# A list extended by itself, and by views of itself.
a = [1, 2, 3]
a.extend(a)
b = [1]
b += b
c = []
c.extend(c)
d = [1, 2]
d[1:1] = d
e = [1, 2, 3]
e.extend(e[:2])
