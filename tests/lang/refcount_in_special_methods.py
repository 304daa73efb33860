# Who holds what while a special method runs: the frame, the caller's stack, a bound method, a tuple of arguments.
from sys import getrefcount


class A:
    def __str__(self): print("str", getrefcount(self)); return ""
    def __repr__(self): print("repr", getrefcount(self)); return ""
    def __bool__(self): print("bool", getrefcount(self)); return True
    def __int__(self): print("int", getrefcount(self)); return 1
    def __float__(self): print("float", getrefcount(self)); return 1.0
    def __complex__(self): print("complex", getrefcount(self)); return 1j
    def __bytes__(self): print("bytes", getrefcount(self)); return b""
    def __iter__(self): print("iter", getrefcount(self)); return iter([])
    def __len__(self): print("len", getrefcount(self)); return 1
    def __format__(self, spec): print("format", getrefcount(self)); return ""
    def __reversed__(self): print("reversed", getrefcount(self)); return iter([])
    def __abs__(self): print("abs", getrefcount(self)); return 1
    def __round__(self, n=0): print("round", getrefcount(self)); return 1
    def __hash__(self): print("hash", getrefcount(self)); return 1
    def __call__(self, *a): print("call", getrefcount(self), [getrefcount(x) for x in a]); return 1


a = A()
b = []
str(a); repr(a); bool(a); int(a); float(a); complex(a); bytes(a); list(a); tuple(a); set(a); reversed(a); zip(a); len(a)
print(a, end="")
f"{a}"; f"{a!r}"; format(a); abs(a); round(a); round(a, 1); hash(a); iter(a); any(a); "%s" % a; a(b); a(b, b)
max([b, b], key=a); min(b, b, key=a); sorted([b], key=a); list(map(a, [b]))


class C:
    def __init__(self, x, y=b): print("init", getrefcount(self), getrefcount(x), getrefcount(y))


class N:
    def __new__(cls, x): print("new", getrefcount(x)); return super().__new__(cls)
    def __init__(self, x): print("init", getrefcount(self), getrefcount(x))


C(b); C(b, b); C(x=b); C(*[b]); N(b); N(*[b])


class M(type):
    def __call__(cls, *a): print("M", getrefcount(a[0])); return super().__call__(*a)


class U(metaclass=M):
    def __init__(self, x): print("U", getrefcount(x))


U(b)


class D:
    def __get__(self, o, t): print("get", getrefcount(self)); return self
    def __set__(self, o, v): print("set", getrefcount(self), getrefcount(v))


class G:
    d = D()
    def __getattr__(self, n): print("getattr", getrefcount(self)); return 1
    def __enter__(self): print("enter", getrefcount(self)); return self
    def __exit__(self, *x): print("exit", getrefcount(self)); return True
    def __eq__(self, o): print("eq", getrefcount(self), getrefcount(o)); return True


g = G()
g.x; g.d; g.d = b; g == b; g != b
with g: pass
with g: 1 / 0
with g as h: 1


def gen(x):
    print("gen", getrefcount(x))
    y = yield x
    print("gen", getrefcount(this[0]))


this = [gen(b)]
next(this[0])
next(this[0], None)
