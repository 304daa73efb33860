# One lookup after the other of the same name in the same class, while the class changes under it.
class A:
    x = 1


class B(A):
    pass


class C(B):
    pass


o = C()


def x():
    found = C.x if hasattr(C, "x") else None
    return [getattr(o, "x", None), type(found).__name__ if isinstance(found, property) else found]


def show(what):
    print(f"{what:34}", o.x if hasattr(o, "x") else "-", *x())


show("of A")
B.x = 2
show("of B, a new key")
B.x = 3
show("of B, a new value")
C.x = 4
show("of C")
del B.x
show("of C still")
del C.x
show("of A again")
o.x = 5
show("the instance's own")
A.x = property(lambda self: 6)
show("a property goes first")
A.x = 7
show("a plain value does not")
del o.x
del A.x
show("none")
A.__getattr__ = lambda self, name: f"made {name}" if name == "x" else object.__getattribute__(self, name)
show("__getattr__")
del A.__getattr__
A.x = 8


class D:
    x = 9


C.__bases__ = (D,)
show("of other bases")
C.__bases__ = (B,)
show("of the old ones")


class Meta(type):
    def mro(cls):
        return [cls, *cls.extra, object] if hasattr(cls, "extra") else super().mro()


class Between:
    pass


class E(Between, metaclass=Meta):
    y = "E"


e = E()
print(e.y, hasattr(e, "x"))
E.extra = (D,)
E.__bases__ = (type("Other", (), {}),)
print(e.y, e.x)

# Many names, each dying: a later one may lie where an earlier one lay.
for i in range(3000):
    setattr(A, f"n{i}", i)
    assert getattr(C(), f"n{i}") == i
    delattr(A, f"n{i}")
    assert not hasattr(C(), f"n{i}")

# Many classes, each dying.
for i in range(300):
    class F:
        pass
    F.y = i
    assert F().y == i and not hasattr(F(), "z")

# Enough keys that the dict of the class gets another table.
for i in range(50):
    setattr(B, f"k{i}", i)
    assert o.x == 8 and o.k0 == 0
print(sum(getattr(o, f"k{i}") for i in range(50)))


# From inside a lookup.
class G:
    @property
    def p(self):
        G.p = 10
        return "before"


g = G()
print(g.p, g.p)


class H:
    def m(self):
        H.m = lambda self: "second"
        return "first"


h = H()
print(h.m(), h.m())


class S:
    __slots__ = ("a",)


s = S()
s.a = 1
print(s.a)
S.a = 2
print(s.a)
del S.a
print(hasattr(s, "a"))
try:
    s.a = 3
except AttributeError as error:
    print(type(error).__name__)

# Special methods, sought in the class.
class L:
    def __len__(self):
        return 1


l = L()
print(len(l))
L.__len__ = lambda self: 2
print(len(l))
del L.__len__
try:
    len(l)
except TypeError as error:
    print(error)
