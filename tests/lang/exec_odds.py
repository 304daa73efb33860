"""exec(), eval() and compile(): closures, namespaces of other kinds, flags, wrong arguments."""
def show(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
# exec with closure
def outer():
    x = 10
    y = 20
    def inner():
        return x + y
    return inner
f = outer()
import types
c1 = types.CellType(1); c2 = types.CellType(2)
def body():
    nonlocal_ = 1
def mk():
    total = 0
    def run():
        nonlocal total
        total += 1
        print("total", total)
    return run
r = mk()
exec(r.__code__, closure=r.__closure__)
exec(r.__code__, closure=r.__closure__)
r()
show(lambda: exec(r.__code__))
show(lambda: exec(r.__code__, closure=()))
show(lambda: exec(r.__code__, closure=(1,)))
show(lambda: exec("x=1", closure=(c1,)))
show(lambda: exec(r.__code__, closure=[c1]))
show(lambda: eval(r.__code__))
show(lambda: eval("1+", {}))
show(lambda: eval("a+b", {"a": 1}, {"b": 2}))
show(lambda: eval("a+b", {"a": 1}, types.MappingProxyType({"b": 2})))
show(lambda: exec("c = 5", {}, types.MappingProxyType({"b": 2})))
class M(dict):
    def __getitem__(self, k):
        print("get", k)
        return super().__getitem__(k)
    def __setitem__(self, k, v):
        print("set", k, v)
        super().__setitem__(k, v)
    def __missing__(self, k):
        print("missing", k)
        raise KeyError(k)
    def __delitem__(self, k):
        print("del", k)
        super().__delitem__(k)
m = M()
exec("a = 1\nb = a + 1\ndel a\nprint(b)\nclass C:\n    z = b if False else 1\n", {}, m)
show(lambda: exec("a", m))
class NM:
    def __init__(self): self.d = {}
    def __getitem__(self, k):
        print("get", k); return self.d[k]
    def __setitem__(self, k, v):
        print("set", k); self.d[k] = v
    def __delitem__(self, k):
        print("del", k); del self.d[k]
n = NM()
exec("q = 1\nprint(q)\ndel q\nfor i in range(2): pass", {}, n)
show(lambda: exec("zz", {}, n))
show(lambda: exec("del zz", {}, n))
show(lambda: exec("q", 1))
show(lambda: exec("q", {}, 1))
show(lambda: eval("q", None, 1))
show(lambda: exec(1))
show(lambda: eval(b"1+1"))
show(lambda: eval(bytearray(b"1+1")))
show(lambda: eval(memoryview(b"1+1")))
show(lambda: eval("  \t 1 + 1"))
show(lambda: eval("\n1"))
show(lambda: eval("1;2"))
show(lambda: eval("1\0"))
show(lambda: exec("x=\0"))
show(lambda: compile("1+1", "f", "evl"))
show(lambda: compile("x=1", "f", "eval"))
show(lambda: compile("x=1\ny=2", "f", "single"))
show(lambda: exec(compile("1+1\n", "f", "single")))
show(lambda: exec(compile("for i in range(3): i\n", "f", "single")))
show(lambda: exec(compile("None\n", "f", "single")))
import __future__
ns = {}
exec(compile("def f(a: b) -> c: pass", "f", "exec", __future__.annotations.compiler_flag), ns)
print(ns["f"].__annotations__)
show(lambda: compile("await x", "f", "exec"))
show(lambda: compile("assert 0\nif __debug__: x = 1", "f", "exec", optimize=1).co_names)
show(lambda: compile("'doc'\nassert 0", "f", "exec", optimize=2).co_consts)
show(lambda: compile("x", "f", "exec", optimize=5))
class D(dict):
    def __missing__(self, k):
        if k.startswith("__"): raise KeyError(k)
        return k.upper()
exec("r = foo + bar\ndef f(): return spam\nq = f()", d := D())
print(d["r"], d["q"])
show(lambda: exec("print(nope)", D(print=print)))
for s in ["x=1\n\n\ny=2", "x=1; y=2", "if 1:\n  x\n\ny", "if 1: x\ny", "x\n# c", "x\n if", "def f():\n  pass", "x # c", "x\n\n"]:
    show(lambda: compile(s, "f", "single") and 1)
