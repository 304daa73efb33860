import sys
from collections import OrderedDict


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


d = OrderedDict()
print(d, len(d), sys.getsizeof(d), bool(d))
d["a"] = 1
d["b"] = 2
d["c"] = 3
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()), list(reversed(d)))
d.move_to_end("a")
print(d, list(reversed(d.items())), list(reversed(d.values())))
d.move_to_end("c", last=False)
print(d)
d.move_to_end("c", False)
d.move_to_end("a", True)
print(d)
tried(d.move_to_end, "zzz")
tried(d.move_to_end)
tried(d.move_to_end, "a", 1, 2)
tried(d.move_to_end, [])
print(d.popitem(), d)
print(d.popitem(last=False), d, d.popitem(False), d)
tried(d.popitem)
tried(d.popitem, 1, 2)
d.update(x=1, y=2)
d.update({"z": 3}, w=4)
d.update([("p", 5), ["q", 6], "rs"])
print(d, dict(d))
d["x"] = 100
del d["y"]
d["y"] = "again"
print(d)
tried(d.pop, "x")
tried(d.pop, "nothing")
tried(d.pop, "nothing", "default")
tried(d.pop, key="z", default=0)
tried(d.pop)
tried(d.pop, 1, 2, 3)
tried(d.__delitem__, "nothing")
tried(d.__getitem__, "nothing")
tried(d.setdefault, "w", 9)
tried(d.setdefault, "new")
tried(d.setdefault, key="newer", default=[])
tried(d.setdefault)
print(d, "w" in d, "x" in d, d.get("w"), d.get("x"), d.get("x", 7))
tried(OrderedDict, 1)
tried(OrderedDict, [1])
tried(OrderedDict, [()])
tried(OrderedDict, [(1,)])
tried(OrderedDict, [(1, 2, 3)])
tried(OrderedDict, {}, {})
tried(OrderedDict().update, 1, 2)
tried(OrderedDict, a=1, b=2)
tried(OrderedDict, [("a", 1)], a=2, b=3)
tried(OrderedDict, {1: 2}.items())
tried(OrderedDict.fromkeys, "abc")
tried(OrderedDict.fromkeys, "abc", 0)
tried(OrderedDict.fromkeys, iterable="ab", value=[])
tried(OrderedDict.fromkeys)
tried(d.__setitem__, [], 1)

a, b = OrderedDict(a=1, b=2), OrderedDict(b=2, a=1)
print(a == b, a == dict(b), dict(a) == b, a != b, a == OrderedDict(a=1, b=2), a == [("a", 1)], a != {"a": 1})
tried(lambda: a < b)
b.move_to_end("b")
print(a == b, b)
c = a.copy()
print(c, c == a, c is a, type(c))
print(a | {"c": 3}, {"z": 0} | a, a | OrderedDict(a=9), type({"z": 0} | a))
tried(lambda: a | [("q", 1)])
a |= {"d": 4}
a |= [("e", 5)]
print(a)
a.clear()
print(a, len(a), sys.getsizeof(a), list(a))
a["x"] = a
print(a)
print(d.keys(), d.values(), d.items(), type(d.keys()), isinstance(d.keys(), type({}.keys())), type(iter(d)).__name__)
print(d.keys() & {"w", "x"}, d.keys() == {"w": 1}.keys(), ("w", 4) in d.items(), len(d.values()), list(d.keys() - {"w"}))
sizes = []
e = OrderedDict()
for i in range(45):
    e[i] = i
    sizes.append(sys.getsizeof(e))
print(sizes)
for i in range(40):
    del e[i]
print(sys.getsizeof(e), e)
s = OrderedDict.fromkeys("abcdefgh")
print(sys.getsizeof(s), sys.getsizeof(iter(s)), sys.getsizeof(s.keys()))


class Special(OrderedDict):
    def __missing__(self, key):
        return key * 2


s = Special(a=1)
print(s, s["zz"], s.copy(), type(s.copy()), s | {"b": 2}, s == {"a": 1})
s.attribute = 5
print(s.__dict__, d.__dict__)
tried(hash, d)
tried(lambda: d.foo)
print(OrderedDict, OrderedDict.__module__, OrderedDict.__name__, OrderedDict.__mro__, sorted(e), max(e), sum(e.values()))
x, *rest = OrderedDict(p=1, q=2, r=3)
print(x, rest, {**OrderedDict(p=1)}, [*OrderedDict(q=1)], list(zip(OrderedDict(a=1), "x")))
print(dict(OrderedDict([("b", 1), ("a", 2)])), list(OrderedDict(a=1).items())[0])
f = OrderedDict([("b", 1), ("a", 2), ("c", 3)])
f.move_to_end("b")
print(dict(f), list(dict(f)), {**f}, sys.getsizeof(dict(f)), f.copy(), OrderedDict(f), list(f.items()))
