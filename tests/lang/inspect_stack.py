"""Where calls stand: inspect.stack() and what belongs to it."""
import inspect, sys
def f(a=1, *b):
    x = 5
    st = inspect.stack()
    print(len(st), st[0].function, st[0].lineno, st[0].code_context, st[0].index, st[0].filename.endswith("inspect_stack.py"))
    print(st[1].positions, st[0].positions)
    fr, fn, ln, func, ctx, idx = st[1]
    print(ln, func, ctx, idx)
    print([k for k in dir(st[0]) if not k.startswith("_")])
    fi = inspect.getframeinfo(inspect.currentframe())
    print(fi.function, fi.lineno, fi.code_context, fi.index, fi.positions)
    print(fi._replace(filename="q") if 0 else type(fi), repr(fi)[-250:])
    print(inspect.getframeinfo(inspect.currentframe(), context=3).code_context)
    print(inspect.getargvalues(inspect.currentframe()).args)
    print(inspect.formatargvalues(*inspect.getargvalues(inspect.currentframe()))[:12])
    print(inspect.stack(0)[0].code_context)
    print([s.function for s in inspect.getouterframes(inspect.currentframe())])
    print(inspect.getlineno(inspect.currentframe()))
f()
try:
    1/0
except Exception as e:
    t = inspect.trace()
    print(t[0].function, t[0].lineno, t[0].positions)
    print(inspect.getinnerframes(e.__traceback__)[0].code_context)
    print(inspect.getframeinfo(e.__traceback__).lineno)
class A:
    "doc"
    x = 1
    def m(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    @property
    def p(self): return 1
class B(A): pass
for a in inspect.classify_class_attrs(B):
    if not a.name.startswith("__"): print(a.name, a.kind, a.defining_class)
print(inspect.getclasstree([A, B]))
def g():
    y = 1
    def h():
        return y + len([1]) + zz + inspect
    return h
print([list(x) for x in inspect.getclosurevars(g())])
def gen():
    a = 1
    yield a
q = gen()
print(inspect.getgeneratorstate(q), inspect.getgeneratorlocals(q)); next(q)
print(inspect.getgeneratorstate(q), inspect.getgeneratorlocals(q))
print(inspect.getargs(f.__code__))
print(inspect.indentsize("   a"), inspect.getmodulename("/a/b.py"))
async def co(): pass
c = co(); print(inspect.getcoroutinestate(c), inspect.getcoroutinelocals(c)); c.close(); print(inspect.getcoroutinestate(c))
print(inspect.getsourcefile(f).endswith("inspect_stack.py"), inspect.getabsfile(f).endswith("inspect_stack.py"))
