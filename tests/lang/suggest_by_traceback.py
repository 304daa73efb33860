class A:
    def __getattr__(self, n):
        raise AttributeError("nope", n)
class B:
    def __init__(self): self.colour = 1
    def __getattr__(self, n): raise AttributeError(n)
class C:
    def __init__(self): self.colour = 1
    def __getattr__(self, n): raise AttributeError
class D:
    def __init__(self): self.colour = 1
    def __getattr__(self, n): raise AttributeError("x", name=n, obj=self)
class E:
    def __init__(self): self.colour = 1
    def __getattribute__(self, n):
        return super().__getattribute__(n)
import traceback
for k in (A, B, C, D, E):
    try: k().color
    except AttributeError: traceback.print_exc()
try:
    B.colr
except AttributeError: traceback.print_exc()
try: import collections; collections.dequeue
except AttributeError: traceback.print_exc()
class S:
    __slots__ = ("alpha",)
try: S().alpah
except AttributeError: traceback.print_exc()
try: S().alpah = 1
except AttributeError: traceback.print_exc()
class M:
    def method(self): self.foo = 1; return metod
    x = 1
    def g(self): return x1, foo
try: M().method()
except NameError: traceback.print_exc()
class N:
    def __init__(self): self.blech = 1
    def foo(self): return blech
try: N().foo()
except NameError: traceback.print_exc()
def kw(first=1, second=2): pass
for c in ("kw(frist=1)", "int(bsae=2)", "sorted([], revers=1)", "print(ned='')", "M(1)", "dict.fromkeys()", "''.join()", "kw(**{'secnd': 1})"):
    try: eval(c)
    except TypeError as e: print(e)
