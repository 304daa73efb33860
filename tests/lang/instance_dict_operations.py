# Dicts of instances share their keys until something is done that shared keys cannot take.
import sys


def fresh(n=3):
    class C:
        pass

    o = C()
    for i in range(n):
        setattr(o, "a%d" % i, i)
    return o


def size(o):
    return sys.getsizeof(o)


d = fresh().__dict__
print("new", size(d), d)
d.popitem()
print("popitem", size(d), d)
d = fresh().__dict__
d.clear()
print("clear", size(d), d)
d["q"] = 1
print("clear and set", size(d), d)
o = fresh()
d = o.__dict__
d.clear()
o.q = 2
print("clear and attribute", size(o.__dict__), o.__dict__, d, d is o.__dict__)
d = fresh().__dict__
del d["a0"]
print("del", size(d), d)
d["a0"] = 5
print("again", size(d), d)
d = fresh().__dict__
d[1] = 1
print("int key", size(d), d)
d = fresh().__dict__
c = d.copy()
print("copy", size(c), c)
c["new"] = 1
print("copy set", size(c), c, d)
d = fresh().__dict__
c = d | {"k": 1}
print("or", size(c), c, d)
d |= {"m": 3}
print("ior", size(d), d)
d = fresh().__dict__
print("dict()", size(dict(d)), size({**d}), size(dict(**d)))
d.update({str(i): 1 for i in range(5)})
print("update", size(d), d)
print("setdefault", d.setdefault("a1", 7), d.setdefault("fresh", 8), size(d), d)
print("pop", d.pop("a1"), d.pop("a1", None), d.pop("0"), size(d), d)
for n in (28, 29, 30, 31, 32):
    print(n, size(fresh(n).__dict__), end="; ")
print()
for n in (28, 29, 30, 31, 32):
    o = fresh(0)
    d = o.__dict__
    for i in range(n):
        d["a%d" % i] = i
    print(n, size(o.__dict__), len(d), end="; ")
print()
o = fresh()
o.__dict__ = {"z": 1}
print("replaced", size(o.__dict__), o.__dict__)
o.y = 1
print("replaced", size(o.__dict__), o.__dict__, o.z)
o = fresh()
d = o.__dict__
del o
print("outlives", size(d), d)
d["u"] = 1
print("outlives", size(d), d)
d.clear()
print("outlives", size(d), d)
o = fresh()
del o.__dict__
print("deleted", size(o.__dict__), o.__dict__)
o.y = 1
print("deleted", size(o.__dict__), o.__dict__)
o = fresh()
d = o.__dict__
del o.__dict__
o.y = 1
print("deleted", size(o.__dict__), o.__dict__, d)
try:
    o.__dict__ = 3
except TypeError as e:
    print(e)


class Shared:
    pass


a, b, c = Shared(), Shared(), Shared()
a.x, a.y, a.z = 1, 2, 3
b.z, b.x = 4, 5
c.w = 6
print(list(a.__dict__), list(b.__dict__), list(c.__dict__), vars(b))
print(list(reversed(b.__dict__)), list(reversed(b.__dict__.items())), list(b.__dict__.values()))
print(a.__dict__ == {"z": 3, "y": 2, "x": 1}, a.__dict__ == b.__dict__, len(c.__dict__))
print("y" in b.__dict__, b.__dict__.get("y"), "y" in a.__dict__, hasattr(b, "y"))
try:
    b.__dict__["y"]
except KeyError as e:
    print("KeyError", e)
try:
    del b.y
except AttributeError as e:
    print("AttributeError", e)
try:
    del b.never
except AttributeError as e:
    print("AttributeError", e)
del a.x
a.x = 9
print(a.__dict__, list(a.__dict__))
b.__dict__["y"] = 7
print(b.y, b.__dict__)
b.y = 8
print(b.__dict__["y"], b.__dict__)
del b.__dict__["z"]
print(hasattr(b, "z"), b.__dict__)
for key in a.__dict__:
    try:
        a.later = 1
    except RuntimeError as e:
        print(e)
        break
try:
    for key in a.__dict__:
        a.even_later = 1
except RuntimeError as e:
    print("RuntimeError", e)
print(a.__dict__ is a.__dict__, vars(a) is a.__dict__)
print({**vars(a)}, dict(vars(b), extra=1))
print(sorted(vars(a).items()), max(vars(b)), sys.getrefcount(a.__dict__))
