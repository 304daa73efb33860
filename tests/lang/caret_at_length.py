"""Tracebacks of errors in each kind of expression and statement."""
import sys, traceback, types
def tb(f, *a):
    try: r = f(*a); print("=", r)
    except BaseException: print(traceback.format_exc())
# tracebacks and carets
class B:
    def __getattr__(self, n): raise AttributeError(n)
    def __getitem__(self, i): raise KeyError(i)
    def __call__(self, *a, **k): raise TypeError("called")
    def __add__(self, o): raise ValueError("add")
    def __bool__(self): raise ValueError("bool")
    def __iter__(self): raise ValueError("iter")
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *a): raise ValueError("exit")
    def __format__(self, s): raise ValueError("format")
    def __eq__(self, o): raise ValueError("eq")
    def __contains__(self, o): raise ValueError("in")
    def __neg__(self): raise ValueError("neg")
    def __set__(self, o, v): raise ValueError("set")
    def __delitem__(self, i): raise KeyError(i)
    def __setitem__(self, i, v): raise KeyError(i)
    __hash__ = None
b = B(); n = 1; é = "ü"
def f0():
    global x, y, q
    b.attr
tb(f0)
def f1():
    global x, y, q
    b.attr.more
tb(f1)
def f2():
    global x, y, q
    b[1]
tb(f2)
def f3():
    global x, y, q
    b[1:2, 3]
tb(f3)
def f4():
    global x, y, q
    b(1, x=2)
tb(f4)
def f5():
    global x, y, q
    b.m(1)(2)
tb(f5)
def f6():
    global x, y, q
    b + 1
tb(f6)
def f7():
    global x, y, q
    1 + b
tb(f7)
def f8():
    global x, y, q
    n + b + n
tb(f8)
def f9():
    global x, y, q
    -b
tb(f9)
def f10():
    global x, y, q
    not b
tb(f10)
def f11():
    global x, y, q
    b and 1
tb(f11)
def f12():
    global x, y, q
    b or 1
tb(f12)
def f13():
    global x, y, q
    1 if b else 2
tb(f13)
def f14():
    global x, y, q
    b == 1
tb(f14)
def f15():
    global x, y, q
    1 < 2 == b
tb(f15)
def f16():
    global x, y, q
    n in b
tb(f16)
def f17():
    global x, y, q
    [*b]
tb(f17)
def f18():
    global x, y, q
    {*b}
tb(f18)
def f19():
    global x, y, q
    (*b, 1)
tb(f19)
def f20():
    global x, y, q
    {**b}
tb(f20)
def f21():
    global x, y, q
    f"{b}"
tb(f21)
def f22():
    global x, y, q
    f"{b:x}"
tb(f22)
def f23():
    global x, y, q
    f"{n}{b!r:>{n}}{b}"
tb(f23)
def f24():
    global x, y, q
    f"{b.x}"
tb(f24)
def f25():
    global x, y, q
    [x for x in b]
tb(f25)
def f26():
    global x, y, q
    [x for x in [b] if x]
tb(f26)
def f27():
    global x, y, q
    {x: 1 for x in [b]}
tb(f27)
def f28():
    global x, y, q
    {x for x in [b]}
tb(f28)
def f29():
    global x, y, q
    list(x for x in b)
tb(f29)
def f30():
    global x, y, q
    [b.x for _ in [1]]
tb(f30)
def f31():
    global x, y, q
    (lambda: b.x)()
tb(f31)
def f32():
    global x, y, q
    (lambda x: x + b)(1)
tb(f32)
def f33():
    global x, y, q
    print(b.x, b.y)
tb(f33)
def f34():
    global x, y, q
    print(n, *b)
tb(f34)
def f35():
    global x, y, q
    dict(**b)
tb(f35)
def f36():
    global x, y, q
    é + b.x
tb(f36)
def f37():
    global x, y, q
    "ééé" + b.x + é
tb(f37)
def f38():
    global x, y, q
    n.real.imag.x
tb(f38)
def f39():
    global x, y, q
    n.bit_length().x
tb(f39)
def f40():
    global x, y, q
    (n
     + b)
tb(f40)
def f41():
    global x, y, q
    b.x.y(
      1,
      2)
tb(f41)
def f42():
    global x, y, q
    print(
      n,
      b[
       1])
tb(f42)
def f43():
    global x, y, q
    [
     1,
     b + 1,
    ]
tb(f43)
def f44():
    global x, y, q
    n[0][1]
tb(f44)
def f45():
    global x, y, q
    "abc"[5]
tb(f45)
def f46():
    global x, y, q
    int("x") + 1
tb(f46)
def f47():
    global x, y, q
    1 / 0 + 2
tb(f47)
def f48():
    global x, y, q
    (1 / 0) ** 2
tb(f48)
def f49():
    global x, y, q
    n / 0 if n else 0
tb(f49)
def f50():
    global x, y, q
    len(5)
tb(f50)
def f51():
    global x, y, q
    sum([1, "a"])
tb(f51)
def f52():
    global x, y, q
    max(1, "a")
tb(f52)
def f53():
    global x, y, q
    sorted([b, b])
tb(f53)
def f54():
    global x, y, q
    (yield_ := b.x)
tb(f54)
def f55():
    global x, y, q
    (n for n in 5)
tb(f55)
def f56():
    global x, y, q
    b.x if n else 0
tb(f56)
def f57():
    global x, y, q
    b[b[1]]
tb(f57)
def f58():
    global x, y, q
    {b: 1}
tb(f58)
def f59():
    global x, y, q
    {1: b.x, 2: 3}
tb(f59)
def f60():
    global x, y, q
    {b}
tb(f60)
def f61():
    global x, y, q
    b()()
tb(f61)
def f62():
    global x, y, q
    b.x[1]
tb(f62)
def f63():
    global x, y, q
    b[1].x
tb(f63)
def f64():
    global x, y, q
    ~"a"
tb(f64)
def f65():
    global x, y, q
    "a" % 1 % 2
tb(f65)
def f66():
    global x, y, q
    n @ n
tb(f66)
def f67():
    global x, y, q
    n if n else b, b.x
tb(f67)
def f68():
    global x, y, q
    b.x = 1
tb(f68)
def f69():
    global x, y, q
    del b.x
tb(f69)
def f70():
    global x, y, q
    b[1] = 2
tb(f70)
def f71():
    global x, y, q
    del b[1]
tb(f71)
def f72():
    global x, y, q
    b[1] += 2
tb(f72)
def f73():
    global x, y, q
    b.x += 1
tb(f73)
def f74():
    global x, y, q
    x, y = b
tb(f74)
def f75():
    global x, y, q
    x, y = 1, 2, 3
tb(f75)
def f76():
    global x, y, q
    for x in b: pass
tb(f76)
def f77():
    global x, y, q
    for x, y in [1]: pass
tb(f77)
def f78():
    global x, y, q
    with b: pass
tb(f78)
def f79():
    global x, y, q
    with b as q, b: pass
tb(f79)
def f80():
    global x, y, q
    assert b
tb(f80)
def f81():
    global x, y, q
    assert n == 2, b.x
tb(f81)
def f82():
    global x, y, q
    raise b
tb(f82)
def f83():
    global x, y, q
    raise ValueError from b
tb(f83)
def f84():
    global x, y, q
    import nosuch.x
tb(f84)
def f85():
    global x, y, q
    class K(b): pass
tb(f85)
def f86():
    global x, y, q
    class K(metaclass=b): pass
tb(f86)
def f87():
    global x, y, q
    @b
    def f(): pass
tb(f87)
def f88():
    global x, y, q
    @b.x
    class K: pass
tb(f88)
def f89():
    global x, y, q
    def f(x=b.x): pass
tb(f89)
def f90():
    global x, y, q
    def f(x: b.x): pass
tb(f90)
def f91():
    global x, y, q
    while b: pass
tb(f91)
def f92():
    global x, y, q
    if n:
      if b: pass
tb(f92)
def f93():
    global x, y, q
    match b:
      case 1: pass
tb(f93)
def f94():
    global x, y, q
    match n:
      case n if b: pass
tb(f94)
def f95():
    global x, y, q
    match {}:
      case {"a": 1}: pass
    b.x
tb(f95)
def f96():
    global x, y, q
    try:
      b.x
    except KeyError: pass
    finally: n
tb(f96)
def f97():
    global x, y, q
    try:
      b.x
    except AttributeError:
      b.y
tb(f97)
def f98():
    global x, y, q
    try:
      1/0
    except b: pass
tb(f98)
def f99():
    global x, y, q
    try:
      1/0
    finally:
      b.x
tb(f99)
def f100():
    global x, y, q
    try:
      raise ExceptionGroup("g", [ValueError(1)])
    except* TypeError: pass
tb(f100)
def f101():
    global x, y, q
    try:
      1/0
    except Exception as e:
      raise KeyError from e
tb(f101)
def f102():
    global x, y, q
    def g():
      yield b.x
    next(g())
tb(f102)
def f103():
    global x, y, q
    def g():
      yield from b
    list(g())
tb(f103)
def f104():
    global x, y, q
    def g():
      return b.x
    g(
    )
tb(f104)
def f105():
    global x, y, q
    import asyncio
    async def c():
      await b
    c().send(None)
tb(f105)
def f106():
    global x, y, q
    lambda: b.x
    b.y
tb(f106)
def f107():
    global x, y, q
    exec("b.x")
tb(f107)
def f108():
    global x, y, q
    eval("1 +")
tb(f108)
def f109():
    global x, y, q
    print(b.x); n
tb(f109)
def f110():
    global x, y, q
    n; print(b.x)
tb(f110)
def f111():
    global x, y, q
    return_ = [
     b.x
     for _ in [1]
     if n
    ]
tb(f111)
