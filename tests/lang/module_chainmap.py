import sys
from collections import ChainMap, UserDict, UserList, UserString


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


c = ChainMap({"a": 1, "b": 2}, {"b": 3, "c": 4})
print(c, c["a"], c["b"], c["c"], len(c), list(c), sorted(c.items()), "c" in c, c.get("z"), c.get("z", 0), bool(c), bool(ChainMap()))
tried(lambda: c["zz"])
c["c"] = 100
c["d"] = 5
print(c, c.maps)
del c["c"]
print(c["c"])
tried(c.__delitem__, "c")
tried(c.pop, "c")
tried(c.pop, "c", 7)
print(c.pop("d"), c.popitem(), c)
c.clear()
print(c)
tried(c.popitem)
n = c.new_child({"x": 1})
print(n, n.parents, n.new_child(), n.new_child(y=2), n.new_child({"q": 1}, r=2), ChainMap(), ChainMap.fromkeys("ab", 0))
k = n.copy()
k["x"] = 2
print(n["x"], k["x"], n == dict(n), n == k, n != k, dict(n), n | {"z": 1}, {"z": 1, "x": 0} | n, list(n.keys()), list(n.values()))
n |= {"w": 3}
print(n, n.maps[0])
tried(lambda: n | 5)
print(list(reversed(list(n))), n.keys(), n.items(), isinstance(n, dict))
r = ChainMap({})
r["self"] = r
print(r)
defaults, env, cli = {"color": "red", "user": "guest"}, {"user": "ada"}, {}
settings = ChainMap(cli, env, defaults)
cli["color"] = "blue"
print(settings["color"], settings["user"], dict(settings))

d = UserDict({"a": 1}, b=2)
print(d, d["a"], len(d), list(d), d.data, "a" in d, d.get("z"), d == {"a": 1, "b": 2}, d | {"c": 3}, {"z": 0} | d, type(d | {}))
d.update(c=3)
d["d"] = 4
del d["a"]
d |= {"e": 5}
print(d, d.pop("b"), d.setdefault("f", 6), d.copy(), type(d.copy()), sorted(d.items()), d.keys(), UserDict.fromkeys("ab"))
tried(lambda: d["zz"])
tried(UserDict, 1)


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __missing__(self, key):
        return "no " + key


u = Upper(a=1)
u.update({"b": 2}, c=3)
print(u, u["zz"], u.get("A"), u.copy(), Upper.fromkeys("xy", 1))

l = UserList([3, 1, 2])
l.append(5)
l.extend([7, 8])
l.insert(0, 0)
l += [9]
print(l, len(l), l[0], l[-1], l[1:3], type(l[1:3]), 5 in l, l + [1], [1] + l, l * 2, l == [0, 3, 1, 2, 5, 7, 8, 9], l < [1], l.data)
l.sort()
l.reverse()
print(l, l.pop(), l.pop(0), l.index(5), l.count(5), l.copy(), type(l.copy()), list(reversed(l)), sorted(l))
l.remove(5)
del l[0]
l[0] = "x"
l[1:2] = ["y", "z"]
print(l, UserList("ab"), UserList(UserList([1])), UserList())
tried(lambda: l[10])
tried(l.remove, "nothing")
l.clear()
print(l, bool(l))
s = UserString("Hello")
print(s, repr(s), len(s), s[0], s[1:3], type(s[1:3]), s + " world", "say " + s, s * 2, s.upper(), type(s.upper()), s == "Hello", s.lower().count("l"), hash(s) == hash("Hello"))
print(s.find("l"), s.replace("l", "L"), s.split("e"), s.startswith("He"), s.center(11, "*"), s.isalpha(), "ell" in s, s < "Z", s.join(["a", "b"]), int(UserString("42")), s % (), s.encode(), UserString(5), s.title(), s.strip("H"))
print(sys.getsizeof(c), sys.getsizeof(d), sys.getsizeof(l), sys.getsizeof(s), ChainMap.__mro__, UserList.__mro__)
