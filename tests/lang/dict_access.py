# Reading a dict: [], get, in, keys, values, items.
d = {"a": 1, "b": 2}
print(d["a"], d.get("a"), d.get("z"), d.get("z", 0), "a" in d, "z" not in d)
print(d.keys(), d.values(), d.items(), list(d), len(d))
for k in d:
    print(k, d[k])
for k, v in d.items():
    print(k, v)
print({1: "i"}[1.0], {True: "t"}[1], {(1, 2): "t"}[1, 2], {None: "n"}[None], {"": "e"}[""])
