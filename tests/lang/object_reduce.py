# object.__reduce_ex__, __reduce__, __getstate__: what an object is taken apart into, for copy and pickle.
import copyreg

class Plain:
    pass
class Slots:
    __slots__ = ("a", "__b", "__weakref__")
class Both(Slots):
    __slots__ = ("c", "__dict__")
class Items(list):
    pass
class Pairs(dict):
    pass
class Number(int):
    pass
class Args:
    def __getnewargs__(self):
        return (1, 2)
class Named:
    def __getnewargs_ex__(self):
        return (1,), {"key": 2}
class State:
    def __getstate__(self):
        return "state"
class Own:
    def __reduce__(self):
        return "own"

def show(o, protocol=2):
    parts = o.__reduce_ex__(protocol)
    if isinstance(parts, str):
        print("name", parts)
        return
    make, args, *rest = parts
    print(make.__name__, [getattr(a, "__name__", a) for a in args],
          [list(part) if hasattr(part, "__next__") else part for part in rest])

p = Plain()
show(p)
p.x = [1]
show(p)
print(p.__reduce_ex__(4)[2] is p.__dict__)
s = Slots()
show(s)
s.a = 1
s._Slots__b = 2
show(s)
b = Both()
b.c, b.d, b.a = 3, 4, 5
show(b)
print(Both.__slotnames__, "__slotnames__" in vars(Both), Plain.__slotnames__)
items = Items([1, 2])
items.note = "n"
show(items)
show(Pairs(a=1))
show(Number(7))
show(Args())
show(Named())
show(State())
show(Own())
print(State().__reduce_ex__(4)[2], object().__getstate__(), s.__getstate__(), p.__getstate__())
show(p, 0)
show(Number(7), 1)
for bad in (s, (n for n in ()), copyreg, memoryview(b""), type.__dict__):
    try:
        show(bad, 1 if bad is s else 2)
    except TypeError as e:
        print(e)
class Bad1:
    def __getnewargs_ex__(self):
        return [1]
class Bad2:
    def __getnewargs_ex__(self):
        return (1, 2, 3)
class Bad3:
    def __getnewargs_ex__(self):
        return ([], {})
class Bad4:
    def __getnewargs_ex__(self):
        return ((), [])
class Bad5:
    def __getnewargs__(self):
        return [1]
class Bad6:
    __slotnames__ = 5
for cls in Bad1, Bad2, Bad3, Bad4, Bad5, Bad6:
    try:
        cls().__reduce_ex__(2)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(set([3]).__reduce__(), frozenset().__reduce__(), bytearray(b"ab").__reduce__(), bytearray(b"ab").__reduce_ex__(4))
print(bytearray().__reduce_ex__(3), [].append.__self__, p.__class__.__reduce__ is object.__reduce__)
class Tagged(set):
    pass
t = Tagged([1])
t.tag = "x"
print(t.__reduce__()[1:])
e = ValueError("a", 1)
print(e.__reduce__())
e.note = 2
print(e.__reduce__())
e.__setstate__({"note": 3, "more": 4})
print(e.note, e.more)
try:
    e.__setstate__([1])
except TypeError as error:
    print(error)
print(OSError(2, "no", "file").__reduce__(), OSError(2, "no", "a", None, "b").__reduce__(), OSError(5).__reduce__())
print(ImportError("a", name="b").__reduce__(), ImportError("a").__reduce__())
print(AttributeError("a", name="n").__reduce__())
class M:
    def m(self):
        return 5
f, args = M().m.__reduce__()
print(f is getattr, args[1], f(*args)())
print(copyreg.__newobj__(Number, 3) + 1, copyreg.__newobj_ex__(dict, (), {"a": 1}))
show(3)
show((1, 2))
show("text")
show([1])
show({1: 2})
show(object())
class Base:
    __slots__ = "single"
class Derived(Base):
    pass
d = Derived()
d.single = 1
d.other = 2
show(d)
print(list[int].__reduce__(), copyreg.dispatch_table[type(int | None)](int | None)[1][1])
try:
    (int | None).__reduce_ex__(4)
except TypeError as error:
    print(error)
print(len.__reduce__(), [1].append.__reduce__()[1], str.upper.__reduce__()[1], (5).__add__.__reduce__()[1], int.__add__.__reduce__()[1], Slots.a.__reduce__()[1][1])
