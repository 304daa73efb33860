# Who holds what where code is specialized: from the second time on at one place, in 3.11 from the eighth call on.
from sys import getrefcount
class P:
    def __init__(self, v): self.v = v; print(getrefcount(self), getrefcount(v), end=" ")
    @property
    def p(self): return getrefcount(self)
    def __getitem__(self, i): return getrefcount(self), getrefcount(i)
    def m(self, x): return getrefcount(self), getrefcount(x)
    def __eq__(self, o): print(getrefcount(self), getrefcount(o), end=" "); return True
    def __hash__(self): print(getrefcount(self), end=" "); return 1
    def __iter__(self): print(getrefcount(self), end=" "); return iter(())
    def __len__(self): print(getrefcount(self), end=" "); return 1
    def __str__(self): print(getrefcount(self), end=" "); return "s"
    def __call__(self, x): return getrefcount(self), getrefcount(x)
    def __contains__(self, x): print(getrefcount(self), getrefcount(x), end=" "); return True
    def __add__(self, o): print(getrefcount(self), getrefcount(o), end=" "); return 1
    def __getattr__(self, n): print(getrefcount(self), end=" "); return 1
    def __enter__(self): print(getrefcount(self), end=" "); return self
    def __exit__(self, *a): print(getrefcount(self), end=" ")
    def __del__(self): print("del", end=" ")
def f(a, b=2): return getrefcount(a)
def work(x, d, k):
    P(x)
    print(x.p, x[k], x.m(k), f(x), f(x, 3), x(k))
    d[x] = k
    k in x
    x + k
    x.zz
    len(x); str(x); list(x); bool(x)
    with x: pass
    [y for y in x]
    f"{x}"
    isinstance(x, P)
    a, b = [x, k]
    z = (x, k)
    (lambda q: print(getrefcount(q), end=" "))(x)
    print(x == k, x is k)
for i in range(25):
    work(P([i]), {}, [i])
    print()


def gen(x, d, k):
    for _ in range(12):
        d[x] = k
        yield x[k], str(x)


print(list(gen(P([1]), {}, [2])))


def loop(x, d, k):
    for i in range(12):
        d[x] = k
        print(x[k])


loop(P([1]), {}, [2])
