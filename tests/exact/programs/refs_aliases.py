# Names, lists, dicts and tuples that hold the same object.
a = []
b = a
c = [a, a]
d = {"pear": a, "kiwi": c}
e = (a, c)
f = {"x1": d}
del b
g = c.pop()
h = d.pop("kiwi")
i = a
i = None
