# Writing to a dict: order of first insertion, update, |, setdefault.
d = {}
d["x"] = 1
d["y"] = 2
d["x"] = 3
d["z"] = d["y"]
print(d)
d.update({"y": 20, "w": 4})
d.update([("v", 5)], x=0)
d.update(u=6)
d.update()
print(d)
print(d.setdefault("x", "old"), d.setdefault("new", []), d.setdefault("none"), d)
e = {"a": 1, "b": 2} | {"b": 3, "c": 4}
e |= {"d": 5}
e |= [("e", 6)]
print(e, {1: 2} | {}, {} | {1: 2})
