# What holds code and constants while code made of text runs: the tree that it was made of, a function.
import sys
code = compile("import sys\nprint(sys.getrefcount(code))", "x", "exec")
print(sys.getrefcount(code))
exec(code)
exec(code, {"code": code})
def f():
    return sys.getrefcount(f.__code__), sys.getrefcount(f)
print(f(), sys.getrefcount(f.__code__))
def g(t):
    return sys.getrefcount(t)
print(eval("g((7, 8))"), eval("g(10**20)"), eval("g(1234567)"), eval("g('a b')"))
exec("print(g((7, 8)), g(10**20), g(1234567), g('a b'), g(2.5), g(b'x y'))")
c = compile("g((7, 8)), g(10**20), g(1234567), g('a b'), g(2.5), g(b'x y')", "x", "eval")
print(eval(c))
def h():
    exec("print(g((7, 8)))")
h()
import gc
t = eval("(1, [], 2)")
u = eval("(1, 2, 3)")
print(gc.is_tracked(t), gc.is_tracked(u))
