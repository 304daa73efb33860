# Each line, call, return and exception that a trace function is told of.
import sys
log = []
def tracer(frame, event, arg):
    if event == 'exception':
        a = (arg[0].__name__, str(arg[1]), arg[2] is not None)
    else:
        a = repr(arg) if not isinstance(arg, type(tracer)) and 'at 0x' not in repr(arg) else type(arg).__name__
    print(frame.f_code.co_name, event, frame.f_lineno, a)
    return tracer
def run(f, *a):
    print('---', f.__name__)
    sys.settrace(tracer)
    try:
        f(*a)
    except Exception as e:
        sys.settrace(None)
        print('raised', type(e).__name__, e)
    sys.settrace(None)
def simple(a, b=2):
    x = a + b
    y = x * 2
    return y
def loop():
    t = 0
    for i in range(3):
        t += i
    else:
        t = -t
    while t < 0:
        t += 2
        if t == -1:
            continue
        t += 0
    return t
def oneline():
    for i in range(2): pass
    while i < 3: i += 1
    if i: i = 0
def cond(x):
    if x > 1:
        a = 1
    elif x > 0:
        a = 2
    else:
        a = 3
    b = (1 if a
         else 2)
    pass
def multi():
    x = dict(
        a=1,
        b=len(
            [1,
             2]),
    )
    y = [
        1,
        2,
    ]
    z = (x['a'] +
         y[0] +
         3)
    print(x,
          y, z)
    assert x, \
        "no"
    return (
        z
    )
def tr():
    try:
        a = 1
        int('x')
        b = 2
    except TypeError:
        c = 3
    except ValueError as e:
        d = 4
    else:
        f = 5
    finally:
        g = 6
    try:
        pass
    finally:
        h = 7
def ex():
    def inner():
        raise KeyError('k')
    inner()
def ex2():
    try:
        ex()
    except KeyError:
        return 5
def gen(n):
    for i in range(n):
        x = yield i
    return 'done'
def usegen():
    g = gen(2)
    for v in g:
        w = v
    def sub():
        r = yield from gen(1)
        yield r
    list(sub())
def compr():
    a = [i * 2 for i in range(3) if i]
    b = {k: v for k, v in [(1, 2)]}
    c = sum(i for i in range(2))
    d = [
        i
        for i in range(2)
    ]
    e = (lambda q:
         q + 1)(2)
class CM:
    def __enter__(self):
        return self
    def __exit__(self, *a):
        return True
def wi():
    with CM() as c:
        x = 1
    with CM():
        raise ValueError
    with CM() as a, \
         CM() as b:
        y = 2
    z = 3
def cls():
    class A:
        """doc"""
        x = 1
        def m(self):
            return 1
        @property
        def p(self): return 2
    a = A()
    a.m()
    a.p
    @staticmethod
    def deco():
        "doc"
    return None
def docs():
    "doc"
    global zz
    x: int = 3
    y: str
    del x
    import sys
def rec(n):
    return 1 if n == 0 else n * rec(n - 1)
def early(n):
    for i in range(n):
        if i == 1:
            break
        if i == 5: return
    try:
        return i
    finally:
        n = 0
def mat(x):
    match x:
        case 0:
            a = 1
        case [1, y]:
            a = 2
        case {'k': v} if v:
            a = 3
        case _:
            a = 4
    return a
def nested():
    for i in range(2):
        for j in range(2):
            if i == j:
                continue
            k = i
        else:
            pass
def boolop(a, b):
    if (a and
        b):
        x = 1
    if not a or b: y = 2
    return a and b or 3
def loc():
    q = 1
    def inner():
        nonlocal q
        q += 1
        return q
    return inner()
for f, a in [(simple, (1,)), (loop, ()), (oneline, ()), (cond, (2,)), (cond, (1,)), (cond, (0,)), (multi, ()), (tr, ()), (ex, ()), (ex2, ()), (usegen, ()), (compr, ()), (wi, ()), (cls, ()), (rec, (2,)), (early, (3,)), (mat, (0,)), (mat, ([1, 2],)), (mat, ({'k': 1},)), (mat, (7,)), (nested, ()), (boolop, (0, 1)), (boolop, (1, 1)), (loc, ())]:
    run(f, *a)
