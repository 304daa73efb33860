# del, pop, popitem, clear; a key put back goes to the end.
d = {"a": 1, "b": 2, "c": 3, "d": 4}
del d["b"]
d["b"] = 5
print(d, d.pop("a"), d.pop("zz", "default"), d)
print(d.popitem(), d.popitem(), d)
d.clear()
print(d, len(d), d.pop("x", None))
for i in range(10):
    d[i] = i
for i in range(0, 10, 2):
    del d[i]
d[0] = "back"
print(d, list(reversed(d)))
