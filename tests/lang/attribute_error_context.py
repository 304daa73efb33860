class P:
    @property
    def a(self): return self._b
    def __init__(self): self._a = 1
p = P()
try: p.a
except AttributeError as e: print(e, e.name, e.obj is p)
try: getattr(p, "zz")
except AttributeError as e: print(e, e.name, e.obj is p)
class Q:
    def __getattr__(self, n): raise AttributeError(f"{type(self).__name__} lacks {n}")
q = Q()
try: q.foo
except AttributeError as e: print(e, e.name, e.obj is q)
try: q.foo()
except AttributeError as e: print(e, e.name, e.obj is q)
print(hasattr(q, "x"), getattr(q, "x", 3))
try: q.foo = 1; del q.bar
except AttributeError as e: print(e, e.name, e.obj)
class R:
    @property
    def v(self): raise AttributeError("inner")
    @property
    def w(self): return int("x")
try: R().v
except AttributeError as e: print(e, e.name, type(e.obj))
try: R().v()
except AttributeError as e: print(e, e.name, type(e.obj))
import operator
try: operator.attrgetter("a.b")(p)
except AttributeError as e: print(e, e.name, e.obj is p)
try: operator.methodcaller("zip")(p)
except AttributeError as e: print(e, e.name, e.obj is p)
try: type.foo
except AttributeError as e: print(e, e.name, e.obj)
except AttributeError as e: print(e, e.name, e.obj)
except AttributeError as e: print(e, e.name, e.obj)
try: (5).bar()
except AttributeError as e: print(e, e.name, e.obj)
try: super(P, p).zzz
except AttributeError as e: print(e, e.name, type(e.obj))
try: p.x += 1
except AttributeError as e: print(e, e.name, e.obj is p)
try: del p.x
except AttributeError as e: print(e, e.name, e.obj is p)
try: (5).real = 1
except AttributeError as e: print(e, e.name, e.obj)
match 5:
    case int(real=r): print(r)
import sys
try:
    with q as z: pass
except Exception as e: print(type(e), e)
try:
    for i in q: pass
except Exception as e: print(type(e), e)
class T(type):
    def __getattr__(cls, n): raise AttributeError(n)
class U(metaclass=T): pass
try: U.foo
except AttributeError as e: print(e, e.name, e.obj)
try: U.foo()
except AttributeError as e: print(e, e.name, e.obj)
def modget(n): raise AttributeError("mod " + n)
import types
mo = types.ModuleType("mo"); mo.__getattr__ = modget
try: mo.foo
except AttributeError as e: print(e, e.name, e.obj)
try: mo.foo()
except AttributeError as e: print(e, e.name, e.obj)
try: object().foo()
except AttributeError as e: print(e, e.name, type(e.obj))
