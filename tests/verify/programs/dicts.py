"""Tables: collisions, resizes, dummies, kinds of keys."""
d = {}
for word in "pear plum kiwi fig grape cherry apple".split():
    d[word] = len(word)
del d["pear"]
d["pear"] = 7
e = {1: "a", 9: "b", 17: "c", 25: "d"}
e["x"] = e
e.pop(9)
f = dict(d)
f.update(e)
g = {k: v for k, v in d.items() if v > 3}
h = d | {"new": [1]}
d.clear()
for n in range(12):
    d[n] = d
while len(d) > 2:
    d.popitem()
i = dict.fromkeys("abc", a := [])
i.setdefault("d", a).append(1)
