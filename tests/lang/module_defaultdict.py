import sys
from collections import defaultdict


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


d = defaultdict(list)
d["a"].append(1)
d["a"].append(2)
d["b"]
print(d, dict(d), d.default_factory, "c" in d, d.get("c"), len(d), sys.getsizeof(d))
tried(defaultdict)
tried(defaultdict, None, {"a": 1})
tried(defaultdict, 5)
tried(defaultdict, list, 1)
tried(defaultdict, list, [], [])
tried(defaultdict, int, {"a": 1}, b=2)
tried(defaultdict, int, [("x", 1)])
tried(defaultdict, a=1)
tried(lambda: defaultdict()["x"])
tried(lambda: defaultdict(None)["x"])
tried(lambda: defaultdict(lambda: 1 / 0)["x"])
tried(lambda: defaultdict(len)["x"])
tried(lambda: defaultdict(int)[[]])
n = defaultdict(int)
for c in "mississippi":
    n[c] += 1
print(n, sorted(n.items()), n == {"m": 1, "i": 4, "s": 4, "p": 2})
c = n.copy()
print(c == n, type(c), c.default_factory, c is n)
n.default_factory = None
tried(lambda: n["z"])
n.default_factory = str
print(n["z"] == "", n)
del n.default_factory
print(n.default_factory)
print(n.__missing__.__name__, c.__missing__("q"), c["q"])
tried(n.__missing__, 1)
tried(c.__missing__)
print(c | {"new": 1}, {"new": 1} | c, type({} | c), defaultdict(int, a=1) | defaultdict(str, b=2))
tried(lambda: c | [1])
c |= {"more": 9}
print(c)
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t), list(t["a"]))


class Special(defaultdict):
    def __missing__(self, key):
        self[key] = value = "made for " + key
        return value


s = Special()
print(s["x"], s)
s2 = Special(int, {"k": 1})
print(s2, s2["y"], s2.copy())
d = defaultdict(list)
d.default_factory = d.copy
d2 = defaultdict(d.__missing__)
print(len(d), d2.default_factory.__name__)
r = defaultdict(int)
r["self"] = r
print(r)
nested = defaultdict(lambda: defaultdict(int))
for word in "the cat the dog a cat".split():
    nested[word[0]][word] += 1
print({k: dict(v) for k, v in nested.items()})
print(defaultdict, defaultdict.__mro__, defaultdict.__name__, d.__class__, isinstance(d, dict))
x = object()
f = lambda: x
before = sys.getrefcount(f)
d = defaultdict(f)
print(sys.getrefcount(f) - before, d[1] is x)
del d
print(sys.getrefcount(f) - before)
grouped = defaultdict(set)
for k, v in [("a", 1), ("b", 2), ("a", 1), ("a", 3)]:
    grouped[k].add(v)
print(grouped, list(grouped.items()), grouped.pop("a"), grouped.setdefault("q", 5), grouped)
