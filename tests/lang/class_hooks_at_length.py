"""What a class statement and its instances ask of their hooks: metaclass, descriptors, super, reflected operators."""
import re
import traceback, sys
log = []
class Meta(type):
    def __prepare__(name, bases, **k): print("prepare", name, bases, k); return {"pre": 1} if not k.get("bad") else 5
    def __new__(m, name, bases, ns, **k): print("new", name, sorted(ns), k); return super().__new__(m, name, bases, ns)
    def __init__(c, name, bases, ns, **k): print("init", name, k); super().__init__(name, bases, ns)
    def __call__(c, *a, **k): print("call", a, k); return super().__call__(*a, **k)
    def __instancecheck__(c, o): print("ic"); return o == 5
    def __subclasscheck__(c, o): print("sc"); return True
    def __getattr__(c, n): return "meta " + n
    def __contains__(c, x): return x == 1
    def __len__(c): return 3
    def __iter__(c): return iter("ab")
    def __getitem__(c, i): return ("mi", i)
    def __add__(c, o): return ("add", o)
    def __repr__(c): return "<M>"
class D:
    def __init__(s, n): s.n = n
    def __set_name__(s, o, n): print("set_name", o.__name__, n); s.name = n
    def __get__(s, o, c): return ("get", s.n, o is not None)
    def __set__(s, o, v): print("set", v)
    def __delete__(s, o): print("del")
class ND:
    def __get__(s, o, c): return "nd"
def t(f):
    try: print(re.sub(" at 0x\\w+", "", str(f())))
    except Exception as e: print("!!", type(e).__name__, re.sub(" at 0x\\w+", "", str(e)))
class A(metaclass=Meta, k=1):
    d = D(1); nd = ND(); e: int = 5
    print(pre, __qualname__, __module__)
    x = [pre for _ in [1]] if 0 else 2
    def __init_subclass__(cls, **k): print("is", cls.__name__, k)
    def __class_getitem__(cls, i): return ("cgi", i)
    def __getattr__(s, n): return "ga " + n
    def f(s): return __class__
t(lambda: A.d); a = A(); t(lambda: a.d); a.d = 3; del a.d; t(lambda: a.nd); a.nd = 4; t(lambda: a.nd); a.__dict__["d"] = 9; t(lambda: a.d)
t(lambda: a.zz); t(lambda: A.zz); t(lambda: isinstance(5, A)); t(lambda: isinstance(a, A)); t(lambda: issubclass(int, A)); t(lambda: 1 in A); t(lambda: len(A)); t(lambda: list(A)); t(lambda: A[3]); t(lambda: A + 1); t(lambda: A.__annotations__); t(lambda: a.f())
class Bb(A, q=2): pass
t(lambda: type("Q", (A,), {"z": 1}, w=3))
try:
    class C(metaclass=Meta, bad=1): pass
except Exception as e: print("!!", e)
try:
    class C(A, int, str): pass
except Exception as e: print("!!", e)
class P:
    @property
    def p(self): "doc"; return 1
    @p.setter
    def p(self, v): print("ps", v)
    @p.deleter
    def p(self): print("pd")
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls): return cls
    q = property(); r = property(5); w = property(fset=lambda s, v: print("w", v))
    __slots__ = ("aa", "__bb", "__dict__")
o = P()
t(lambda: o.p); o.p = 2; del o.p; t(lambda: P.p.__doc__); t(lambda: o.q); t(lambda: o.r); t(lambda: o.w); o.w = 1
def setq(): o.q = 1
t(setq)
def delw(): del o.w
t(delw)
t(lambda: o.s(1)); t(lambda: P.s(2)); t(lambda: o.c()); t(lambda: o.aa); o.aa = 3; t(lambda: o.aa); t(lambda: o._P__bb); t(lambda: P.__slots__); t(lambda: P.s); t(lambda: P.__dict__["s"]); t(lambda: P.__dict__["c"].__func__.__name__); t(lambda: P.__dict__["c"].__wrapped__.__name__)
class S1:
    def f(self): return "S1"
class S2(S1):
    def f(self): return "S2" + super().f()
class S3(S1):
    def f(self): return "S3" + super().f()
class S4(S2, S3):
    def f(self): return "S4" + super().f()
    def g(self): return super(S2, self).f()
    def h(): return super().f()
    def i(self): self = 5; return super().f()
    def j(self): del self; return super().f()
    def k(*a): return super().f()
    l = lambda self: super().f()
    m = staticmethod(lambda: super().f())
    def n(self): return [super().f() for _ in [1]] if sys.version_info >= (3, 12) else 0
    def o(self): return list(super(S4, self).f() for _ in [1])
    def p(self): return super().zz
    def q(self): super().f = 1
    def r(self): return super()
s = S4()
for m in "fgijklmnopqr": t(getattr(s, m))
t(S4.h)
class G:
    def __getattribute__(self, n):
        print("gattr", n)
        if n == "bad": raise AttributeError("no")
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return "fallback " + n
    def __setattr__(self, n, v): print("sattr", n); object.__setattr__(self, n, v)
    def __delattr__(self, n): print("dattr", n); object.__delattr__(self, n)
    def __dir__(self): return ["z", "a"]
g = G(); g.x = 1; t(lambda: g.x); t(lambda: g.bad); del g.x; t(lambda: g.x); t(lambda: dir(g)); t(lambda: hasattr(g, "bad")); t(lambda: getattr(g, "q", 5))
class N:
    def __eq__(s, o): print("eq"); return NotImplemented
    def __lt__(s, o): print("lt"); return NotImplemented
    def __radd__(s, o): print("radd"); return 5
    def __iadd__(s, o): print("iadd"); return NotImplemented
    def __rpow__(s, o, m=None): return ("rpow", o, m)
    def __matmul__(s, o): return "mm"
    def __ror__(s, o): return "ror"
    def __divmod__(s, o): return "dm"
    def __round__(s, n=None): return ("round", n)
    def __trunc__(s): return 7
    def __index__(s): return 3
    def __complex__(s): return 1j
    def __bytes__(s): return b"x"
    def __length_hint__(s): return 3
    def __reversed__(s): return iter("cba")
    def __missing__(s, k): return k
    def __fspath__(s): return "/p"
    def __call__(s, *a, **k): return (a, k)
n = N()
for e in "n == n|n == 1|n != n|n < n|1 < n|n > 1|1 + n|n + 1|2 ** n|pow(2, n, 5)|n @ 1|1 | n|{} | n|divmod(n, 1)|round(n)|round(n, 2)|int(n)|float(n)|complex(n)|bytes(n)|[1,2,3,4][n]|list(reversed(n))|n(1, *[2], a=3, **{'b': 4})|'x' * n|range(n)|hex(n)|bin(n)|1 in [n]|hash(n)|__import__('os').fspath(n)|__import__('math').trunc(n)|__import__('operator').length_hint(n)".split("|"): t(lambda: eval(e))
def ia():
    global n; n += 1; return n
t(ia)
