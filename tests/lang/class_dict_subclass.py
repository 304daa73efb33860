# A class derived from dict, with __missing__.
class Default(dict):
    def __missing__(self, key):
        print("missing", key)
        self[key] = value = []
        return value


d = Default(a=1)
d["b"].append(2)
print(d, d.get("c"), len(d), "b" in d, dict(d), d == {"a": 1, "b": [2]}, type(d.copy()))


class Upper(dict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)


u = Upper()
u["x"] = 1
u.update(y=2)
print(u)
