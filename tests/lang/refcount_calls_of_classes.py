# References while classes and callable instances are called: their arguments lie in a tuple and a dict.
import sys
count = sys.getrefcount
class A:
    def __init__(self, x): print("A", count(x), count(self))
class B:
    def __init__(self, x, *more): print("B", count(x))
class C(A):
    def __init__(self, x):
        super().__init__(x)
        print("C", count(x))
class D(B):
    def __init__(self, x, *more):
        super().__init__(x, *more)
        print("D", count(x))
class E:
    def __init__(self, x, **kw): print("E", count(x), count(kw))
class N:
    def __new__(cls, x): print("N", count(x)); return super().__new__(cls)
class K:
    def __call__(self, *a, **k): print("K", [count(v) for v in a], [count(v) for v in k.values()])
t = []
A(t); B(t); B(t, t); C(t); D(t); D(t, t); E(t); E(x=t); A(x=t); E(t, y=t); N(t); N(x=t)
A([]); B([]); D([]); D([], []); N([])
A(*[t]); A(**{"x": t}); E(**{"x": t, "y": t})
k = K(); k(t); k(t, t); k(a=t); k(t, a=t); k(*[t]); k(**{"a": t}); k(t, *[t], **{"a": t})
type.__call__(A, t)
class M(type):
    def __call__(cls, *a, **k):
        print("M", [count(v) for v in a]); return super().__call__(*a, **k)
class X(metaclass=M):
    def __init__(self, x, y=None): print("X", count(x))
X(t); X(t, y=t)
class F:
    def __init__(self, x): self.x = x; print("F", count(x))
F(t)
