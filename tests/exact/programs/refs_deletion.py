# del, rebinding and clearing let go.
a = []
b = [a, a, a]
c = {"pear": a, "kiwi": [a]}
s = [a] * 10
del b[0]
c.clear()
s[2:] = []
d = [a]
d = None
e = (a,)
del e
f = [a]
f[0] = 5
g = [a, a]
g.remove(a)
