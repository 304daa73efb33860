"""Code begins in the line of its first decorator."""
import sys, traceback
def deco(f): return f
@deco
@deco
def g():
    print(sys._getframe().f_lineno)
    yield
@deco
async def co():
    pass
x = g()
print(x.gi_frame.f_lineno, g.__code__.co_firstlineno)
try:
    x.throw(ValueError)
except ValueError:
    traceback.print_exc()
c = co()
print(c.cr_frame.f_lineno, co.__code__.co_firstlineno)
try:
    c.throw(ValueError)
except ValueError:
    traceback.print_exc()
@deco
class K:
    @deco
    def m(self,
          a):
        return sys._getframe()
    @property
    def p(self): pass
f = K().m(1)
print(f.f_lineno, f.f_code.co_firstlineno, K.p.fget.__code__.co_firstlineno)
@deco
def k(a, *, b):
    zz
print(k.__code__.co_firstlineno, repr(k.__code__)[-10:])
@deco
def rec(n):
    return rec(n)
sys.setrecursionlimit(60)
try: rec(1)
except RecursionError as e: print(e.__traceback__.tb_next.tb_lineno); traceback.print_exc()
k()
