# What holds a method that the interpreter calls by itself, and its object, meanwhile.
import sys
g = sys.getrefcount


class C:
    def __call__(self, *a): print(g(self), end=" "); return 1


class A:
    def __getattribute__(self, n):
        print(g(fa), g(self), end=" "); return 1
fa = A.__dict__["__getattribute__"]


class B:
    def __getattr__(self, n):
        print(g(fb), g(self), end=" "); return 1
fb = B.__dict__["__getattr__"]


class D(A):
    def __getattr__(self, n):
        print(g(fd), g(self), end=" "); return 1
fd = D.__dict__["__getattr__"]


class E(A):
    def __getattr__(self, n):
        print(g(fe), g(self), end=" "); return 1
    def __getattribute__(self, n):
        print(g(fe2), g(fe), g(self), end=" "); raise AttributeError
fe = E.__dict__["__getattr__"]
fe2 = E.__dict__["__getattribute__"]


class F:
    __getattribute__ = C()


class G:
    __getattr__ = C()


class H:
    def __del__(self): print(g(fh), g(self), end=" ")
fh = H.__del__


class I:
    __del__ = C()


class J:
    def __setattr__(self, n, v): print(g(fj), g(self), end=" ")
    def __delattr__(self, n): print(g(fj), g(self), end=" ")
fj = J.__setattr__


def t():
    for i in A, B, D, E, F, G: i().x; print()
    a = E(); a.x; a.x()if 0 else 0; getattr(a, "y"); hasattr(a, "z"); print()
    H(); a = H(); del a; I()
    j = J(); j.x = 1; del j.x; print()
t()
class Called:
    def __call__(self, *a): print(g(self), end=" ")
class Bad:
    __del__ = Called()
Bad()
b = Bad(); del b
class X:
    __len__ = Called(); __bool__ = Called(); __getitem__ = Called(); __add__ = Called(); __eq__ = Called(); __hash__ = Called(); __call__ = Called(); __repr__ = Called(); __iter__ = Called(); __contains__ = Called(); __enter__ = Called(); __exit__ = Called(); __getattr__ = Called(); __setattr__ = Called(); __init__ = Called(); m = Called(); __set_name__ = Called(); __format__ = Called(); __neg__ = Called(); __index__ = Called(); __next__ = Called(); __lt__ = Called(); __delitem__ = Called(); __setitem__ = Called(); __get__ = Called(); __str__ = Called()
def tried(f):
    try: f()
    except TypeError: print("T", end=" ")
    except AttributeError: print("A", end=" ")
tried(lambda: X())
x = object.__new__(X)
def w():
    with x: pass
def s(): x[1] = 2
def d(): del x[1]
def sa(): x.z = 2
for f in (lambda: len(x), lambda: bool(x), lambda: x[1], lambda: x+1, lambda: x==1, lambda: hash(x), lambda: x(), lambda: repr(x), lambda: iter(x), lambda: 1 in x, w, lambda: x.foo, sa, lambda: x.m(), lambda: format(x), lambda: -x, lambda: [1,2][x], lambda: next(x), lambda: x < 1, s, d, lambda: str(x), lambda: f"{x}"):
    tried(f)
print()
class W: f = X()
tried(lambda: W.f)
tried(lambda: W().f)


class Meta(type):
    def __getattr__(cls, name):
        print("getattr", g(cls), end=" ")
        return name

    @property
    def size(cls):
        print("size", g(cls))


class Measured(metaclass=Meta):
    pass


Measured.size
Measured.nothing
print()
