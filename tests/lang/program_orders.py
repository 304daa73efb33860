# Orders that metaclasses make, bases that change, super() in all its forms, and layouts that do not fit.
class Meta(type):
    def mro(cls):
        order = super().mro()
        return [cls] + [c for c in reversed(order[1:-1])] + [object]
class A: pass
class B: pass
class C(A, B, metaclass=Meta): pass
print([c.__name__ for c in C.__mro__])
class Bad(type):
    def mro(cls):
        return [cls, int]
try:
    class D(metaclass=Bad): pass
except TypeError as e:
    print(e)
class Bad2(type):
    def mro(cls):
        return 5
try:
    class D(metaclass=Bad2): pass
except TypeError as e:
    print(e)
class Bad3(type):
    def mro(cls):
        return [cls, 5]
try:
    class D(metaclass=Bad3): pass
except TypeError as e:
    print(e)
class Bad4(type):
    def mro(cls):
        return []
try:
    class D(metaclass=Bad4): pass
    print(D.__mro__)
    D.x
except (TypeError, AttributeError) as e:
    print(e)
class X: pass
class Y(X): pass
try:
    X.__bases__ = (Y,)
except TypeError as e:
    print(e)
class P: 
    def hi(self): return "P"
class Q:
    def hi(self): return "Q"
class R(P): pass
r = R()
print(r.hi())
R.__bases__ = (Q,)
print(r.hi(), R.__mro__[1].__name__, P.__subclasses__(), [c.__name__ for c in Q.__subclasses__()])
R.__bases__ = (Q, P)
print([c.__name__ for c in R.__mro__])
class S(R): pass
R.__bases__ = (P, Q)
print([c.__name__ for c in S.__mro__])
try:
    R.__bases__ = (object, P)
except TypeError as e:
    print(e)
print([c.__name__ for c in S.__mro__], R.__base__, R.__bases__)
for bases in ((A, A), (object, A), (A, object), (int, str), (bool,), (type(None),), (A, 5), (C, A), (A, C), (lambda: 0,)):
    try:
        t = type("T", bases, {})
        print([c.__name__ for c in t.__mro__])
    except TypeError as e:
        print(str(e).split(" at 0x")[0])
class Root:
    def __init__(self, **kw):
        print("Root", kw); super().__init__(**kw)
class L(Root):
    def __init__(self, l, **kw):
        print("L", l); super().__init__(**kw)
class M(Root):
    def __init__(self, m, **kw):
        print("M", m); super().__init__(**kw)
class N(L, M):
    def __init__(self, **kw):
        print("N"); super().__init__(**kw)
N(l=1, m=2)
try:
    N(l=1, m=2, z=3)
except TypeError as e:
    print(e)
print(super(L, N(l=1, m=2)).__init__.__qualname__, super(N, N).__thisclass__.__name__)
class W:
    def f(self): return ["W"]
class V(W):
    def f(self): return ["V"] + super(V, self).f()
    g = lambda self: super().f()
    @classmethod
    def h(cls): return super().__repr__ is not None
    @staticmethod
    def s():
        try:
            return super().f()
        except RuntimeError as e:
            return str(e)
print(V().f(), V().g(), V.h(), V.s())
try:
    super(V, 5).f
except TypeError as e:
    print(e)
try:
    super(5, V())
except TypeError as e:
    print(e)
class Slot1: __slots__ = ("a",)
class Slot2: __slots__ = ("b",)
try:
    class Both(Slot1, Slot2): pass
except TypeError as e:
    print(e)
class E1(Exception): pass
class E2(KeyError): pass
class E3(E1, E2): pass
print([c.__name__ for c in E3.__mro__])
try:
    class E4(OSError, KeyError): pass
    print([c.__name__ for c in E4.__mro__])
    class E5(OSError, SyntaxError): pass
except TypeError as e:
    print(e)
