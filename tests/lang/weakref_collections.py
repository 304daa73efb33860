# WeakValueDictionary, WeakKeyDictionary, WeakSet, WeakMethod.
import gc
import weakref


class A:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "A(%r)" % self.name

    def method(self):
        return self.name


a, b, c = A("a"), A("b"), A("c")
d = weakref.WeakValueDictionary({"a": a, "b": b}, c=c)
print(len(d), sorted(d), d["a"], d.get("b"), d.get("x", 7), "a" in d, "x" in d, list(d.items()))
del a
print(len(d), sorted(d.keys()), list(d.values()), d.get("a"))
try:
    d["a"]
except KeyError as e:
    print("KeyError", e)
print(d.pop("b"), d.pop("b", "none"), len(d), d.setdefault("c", b), d.setdefault("n", b))
for key in d:
    if key == "c":
        del c
print(sorted(d), len(d))
d.update(z=b)
print(d.popitem()[1], len(d), d.copy() == d, (d | {"q": b}).keys is not None)
d.clear()
print(len(d), bool(d))

x, y = A("x"), A("y")
k = weakref.WeakKeyDictionary({x: 1})
k[y] = 2
print(len(k), k[x], x in k, 5 in k, k.get(A("new")), sorted(k.values()), [key.name for key in k])
del x
print(len(k), list(k.items()), k.keyrefs()[0]() is y, k.pop(y), len(k))

p, q = A("p"), A("q")
s = weakref.WeakSet([p, q])
print(len(s), p in s, sorted(o.name for o in s), s == weakref.WeakSet([q, p]), s.issubset({p, q, 1} - {1}))
del p
print(len(s), [o.name for o in s])
s.add(q)
s.discard(A("none"))
print(len(s), s.pop(), len(s))
try:
    s.pop()
except KeyError as e:
    print(e)

m = weakref.WeakMethod(q.method)
print(m()(), m == weakref.WeakMethod(q.method))
plain = weakref.ref(q.method)
print(plain())
del q
print(m())
o = A("o")
m = weakref.WeakMethod(o.method, lambda r: print("the method is gone"))
del o
try:
    weakref.WeakMethod(len)
except TypeError as e:
    print(e)
