# How deep the value stacks of functions are: it is part of what frames and generators weigh.
import sys
def a0(): pass
def a1(x): return x
def a2(x, y): return x + y * (x - y)
def a3(x): return [x, x, x, x], {x: x, 1: x}, {x, x}
def a4(x): print(x, x, sep=x)
def a5(x): x.y.z(1, 2).w(x, *x, **x)
def a6(x):
    for i in x: 
        for j in x: print(i, j)
def a7(x): return [i for i in x if i]
def a8(x): return {i: j for i, j in x}
def a9(x): return (i for i in x)
def b0(x):
    try: x()
    except ValueError as e: print(e)
    finally: x
def b1(x):
    with x as y: y()
    with x as y, x as z: return y
def b2(x): yield x
def b3(x): yield from x
def b4(x):
    y = yield x
    return y
def b5(x):
    for i in x:
        yield i
        yield i, i
def b7(x): return x if x else x and x or not x
def b8(x): return x < 1 < x < 3
def b9(x, y): x, y = y, x; return x, y
def c0(x): a, *b, c = x; return a, b, c
def c1(x): x[1] = x[2]; x.a += 1; x[3] += x[4]; del x[5]
def c2(x): return x[1:2], x[1:2:3], x[:]
def c3(x):
    def inner(y=x, *, z=x): return x + y + z
    return inner
def c4(x): return lambda y: x + y
def c5(x):
    class K(x, metaclass=x):
        a = 1
    return K
def c6(x): global G; G = x; return G
def c7(x): assert x, "no"; raise ValueError(x) from x
def c8(x):
    while x:
        if x > 3: break
        x -= 1
    else: return 3
def c9(x): import sys; from sys import path as q; return q
def d0(*a, **k): return a0(*a, **k)
def d1(x): return x.m(), x.m(1), x.m(1, k=2), x(1), a1(x), super().x
def d2(x): return [x for x in x for x in x if x]
def d3(x): return {x for x in x}, [(i, j) for i in x for j in i]
async def d4(x): await x
def d5(x):
    try:
        for i in x:
            try: yield i
            finally: print(i)
    except (A, B): return 1
def d6(x): return (yield)
def d7(x): return x @ x ** -x % ~x
def d8(x): return sorted(x, key=lambda p: (p[1], -p[0]), reverse=True)
def d9(x): return max(x, default=None), sum(i * i for i in x), "".join(str(i) for i in x)
def e0(x):
    print("a", x, "b", x, "c", x, 1, 2, 3, 4, 5)
    return [1, 2, 3], (1, x), [*x, 1], {**x, "a": 1}, {*x}
def e1(n):
    if n < 2: return n
    return e1(n - 1) + e1(n - 2)
def e2(a, b):
    while b: a, b = b, a % b
    return a
def e3(a, b, c): a, b, c = c, a, b; return a
def e4(x): x.a.b[1].c = x.d = 5; x.a, x.b[2] = 1, 2
def e5(x): return x[x[x[x[1]]]], x(x(x(x)))
def e6(x):
    if (n := len(x)) > 3: return n
    return [y := 1, y**2]
class C:
    def __init__(self, a, b): self.a = a; self.b = b
    def __repr__(self): return f"C({self.a!r}, {self.b!r})"
    def __eq__(self, o): return isinstance(o, C) and self.a == o.a and self.b == o.b
    def __iter__(self): yield self.a; yield self.b
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw)
    @property
    def p(self): return self.a
for n, f in list(globals().items()):
    if hasattr(f, "__code__"): print(n, f.__code__.co_stacksize, f.__code__.co_nlocals, f.__code__.co_argcount)
for n, f in vars(C).items():
    if hasattr(f, "__code__"): print(n, f.__code__.co_stacksize)
def consts(code):
    for c in code.co_consts:
        if hasattr(c, "co_stacksize"):
            print("  ", c.co_name, c.co_stacksize)
            consts(c)
for n, f in list(globals().items()):
    if hasattr(f, "__code__"): print(n); consts(f.__code__)
