# Lines around loops, handlers, with statements and generators, as a trace function is told.
import sys
def tracer(frame, event, arg):
    if event == 'exception':
        a = (arg[0].__name__, str(arg[1]), arg[2] is not None)
    else:
        a = repr(arg) if 'at 0x' not in repr(arg) else type(arg).__name__
    print(frame.f_code.co_name, event, frame.f_lineno, a)
    return tracer
def run(f, *a):
    print('---', f.__name__)
    sys.settrace(tracer)
    try:
        f(*a)
    except BaseException as e:
        sys.settrace(None)
        print('raised', type(e).__name__, e)
    sys.settrace(None)
def w1():
    i = 0
    while True:
        i += 1
        if i > 2: break
    while 1:
        break
    while i:
        i -= 1
    else:
        i = 9
def g1():
    global zzz
    """not a doc"""
    zzz = 1
    5
    ...
    nonloc = [
    ]
    del nonloc, \
        zzz
def dec(f): return f
def t1():
    for i in range(3):
        try:
            if i == 0:
                continue
            if i == 1:
                1 / 0
            break
        except ZeroDivisionError:
            pass
        finally:
            x = i
def t2():
    try:
        try:
            raise ValueError('a')
        except ValueError as e:
            raise KeyError('b') from e
    except (KeyError,
            TypeError):
        return 1
    finally:
        y = 2
def t3():
    try:
        raise ValueError
    finally:
        z = 1
def t4():
    try:
        return 5
    finally:
        z = 1
class CM:
    def __init__(self, s=False): self.s = s
    def __enter__(self): return self
    def __exit__(self, *a):
        return self.s
def c1():
    with CM():
        return 3
def c2():
    for i in range(2):
        with CM(True) as x:
            if i: continue
            raise KeyError(1)
def c3():
    with CM() as a, CM(
            True) as b:
        raise ValueError
    return 3
def c4():
    with CM():
        raise OSError
def gg():
    try:
        x = yield 1
        yield x
    except ValueError:
        yield 5
    finally:
        q = 1
def gen1():
    g = gg()
    next(g)
    g.send(3)
    g.throw(ValueError)
    g.close()
    g = gg()
    next(g)
    g.close()
    g = gg()
    try:
        g.throw(KeyError('z'))
    except KeyError:
        pass
def unp():
    a, (b,
        c) = 1, (2,
                 3)
    [*d, e] = (1,
               2)
    x = y = \
        3
    f(a,
      *d,
      k=2,
      **{}
      )
def f(*a, **k): return a
def fs():
    a = 1
    s = f'{a}' \
        f'{a!r}'
    t = ('x'
         'y' +
         str(a))
    u = a if (a
              ) else 3
    v = 1 < \
        2 < \
        a
    return s \
        + t
def tern(n):
    return (
        'a'
        if n else
        'b'
    )
class It:
    n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration
        return self.n
def it():
    for x in It():
        pass
    list(It())
    a, b = It()
    return max(It(), key=lambda q: -q)
class Pr:
    @property
    def p(self):
        return 1
    def __getattr__(self, n):
        raise AttributeError(n)
    def __eq__(self, o): return True
    def __len__(self): return 3
    def __getitem__(self, i): return i
    def __call__(self): return 4
    def __str__(self): return 'pr'
    def __del__(self): x = 1
def pr():
    a = Pr()
    a.p
    hasattr(a, 'zz')
    a == 1
    len(a); a[2]
    a()
    str(a)
    f'{a}'
    sorted([3, 1], key=lambda x: -x)
    a = None
def one():
    x = 1; y = 2; z = 3
    if x: y = 1; z = 2
    for q in (1, 2): x = q; y = q
    while x > 0: x -= 1; y += 1
    try: x = 1
    finally: y = 2
    class A: pass
    def f(): pass
    f(); f()
    return f(); 5
def deep():
    def a(): b()
    def b(): c()
    def c():
        assert False, 'msg'
    try:
        a()
    except AssertionError as e:
        pass
def walrus():
    while (n := f(1)) and \
            len(n) > 2:
        pass
    if any((q := v) > 1
           for v in (1, 2)): pass
for fn, a in [(w1, ()), (g1, ()), (t1, ()), (t2, ()), (t3, ()), (t4, ()), (c1, ()), (c2, ()), (c3, ()), (c4, ()), (gen1, ()), (unp, ()), (fs, ()), (tern, (0,)), (tern, (1,)), (it, ()), (pr, ()), (one, ()), (deep, ()), (walrus, ())]:
    run(fn, *a)
