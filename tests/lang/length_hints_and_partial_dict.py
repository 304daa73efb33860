import operator
class L:
    def __init__(s, v): s.v = v
    def __length_hint__(s):
        if isinstance(s.v, Exception): raise s.v
        return s.v
for v in (5, -1, None, NotImplemented, "a", 2**100, TypeError("t"), KeyError("k"), ValueError("v"), True):
    try: print(operator.length_hint(L(v), 3))
    except Exception as e: print(type(e).__name__, e)
    class I(L):
        def __iter__(s): return s
        n = 0
        def __next__(s):
            s.n += 1
            if s.n > 2: raise StopIteration
            return s.n
    for f in (list, tuple, bytes, bytearray, set):
        try: print(f(I(v)))
        except Exception as e: print(type(e).__name__, e)
    try: x = []; x.extend(I(v)); print(x)
    except Exception as e: print(type(e).__name__, e)
    try: x = bytearray(); x.extend(I(v)); print(x)
    except Exception as e: print(type(e).__name__, e)
    try: print([*I(v)])
    except Exception as e: print(type(e).__name__, e)
for a in ((L(1), "a"), (L(1), -1), ([], -1), (1,), (1, 2.0), (), ([1], 0)):
    try: print(operator.length_hint(*a))
    except Exception as e: print(type(e).__name__, e)
class C:
    def __getitem__(s, i): return i
    def __add__(s, o): return "add"
    def __iadd__(s, o): return "iadd"
for a in ((C(), C()), ([1], [2]), ([1], (2,)), ((1,), [2]), (1, 2), ("a", "b"), (C(), 1), (1, C())):
    for f in (operator.concat, operator.iconcat):
        try: print(f(*a))
        except Exception as e: print(type(e).__name__, e)
import functools
p = functools.partial(print, 1, sep="-")
print(p.__dict__); p.x = 3; print(p.x, p.__dict__, vars(p))
try: p(**{1: 2})
except Exception as e: print(type(e).__name__, e)
try: p.func = 1
except Exception as e: print(type(e).__name__, e)
try: functools.partial()
except Exception as e: print(type(e).__name__, e)
try: functools.partial(1)
except Exception as e: print(type(e).__name__, e)
print(repr(functools.partial(int, base=2)), functools.partial(int, base=2)("101"))
q = functools.partial(p, 2, end="!\n"); print(q.func is print, q.args, q.keywords); q(3)
class P(functools.partial): pass
r = P(p, 5); print(r.func is print, r.args, r.x if hasattr(r, "x") else "-"); print(P.__mro__)
p.__dict__ = {"y": 2}; print(p.y, p.__dict__)
try: p.__dict__ = 1
except Exception as e: print(type(e).__name__, e)
s = functools.partial(p, 7); print(s.func is print, s.args)
del p.y
print(p == functools.partial(print, 1, sep="-"), hash(p) == hash(p))
import copy
class CP:
    @functools.cached_property
    def a(self): print("calc"); return 1
try:
    class CQ:
        x = functools.cached_property(lambda s: 1)
        y = x
except Exception as e: print(type(e).__name__, e)
    
c = CP()
try: print(c.a, c.a, CP.a.attrname)
except Exception as e: print(type(e).__name__, e)
class S:
    __slots__ = ()
    @functools.cached_property
    def a(self): return 1
try: S().a
except Exception as e: print(type(e).__name__, e)
class T:
    pass
T.z = functools.cached_property(lambda s: 2)
try: T().z
except Exception as e: print(type(e).__name__, e)
print(CP.__dict__["a"].func.__name__, CP.__dict__["a"].__doc__)
