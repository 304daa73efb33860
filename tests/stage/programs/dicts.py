"""Dicts of every sort"""
d = {"a": 1, "b": 2}
d[3] = 4
e = dict(d)
del d["a"]
d.popitem()
d.clear()
e.update({"b": 5, "c": [d, e]})
