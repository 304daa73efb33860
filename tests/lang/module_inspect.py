import inspect
from inspect import signature, Parameter, Signature
def f(a, b: int = 3, /, c=4, *args: str, d, e: "list[int]" = None, **kw) -> bool:
    """Docs.

        indented
    more
    """
def g(x, y): pass
def gen(): yield
async def co(): pass
class A:
    "A's doc"
    def __init__(self, x, y=2): pass
    def method(self, z): "method doc"
    @classmethod
    def cm(cls, q): pass
    @staticmethod
    def sm(r): pass
    @property
    def prop(self): return 1
class B(A):
    def method(self, z): pass
class C(A):
    def __new__(cls, *a): pass
class D: pass
class E:
    def __call__(self, x): pass
for o in (f, g, A, B, C, D, A(1).method, A.method, A.cm, A.sm, E(), lambda x, *, y=1: 0):
    print(signature(o))
s = signature(f)
print(repr(s), list(s.parameters), s.return_annotation, s.parameters["b"].default, s.parameters["b"].kind, s.parameters["args"].kind.description, repr(s.parameters["b"]), s.parameters["d"].default is Parameter.empty)
for p in s.parameters.values():
    print(p.name, p.kind, p.kind.name, p)
ba = signature(g).bind(1, y=2)
print(ba, ba.args, ba.kwargs, ba.arguments)
b2 = signature(f).bind(1, 2, 3, 4, 5, d=6, z=7)
print(b2.args, b2.kwargs)
b3 = signature(f).bind_partial(1)
b3.apply_defaults()
print(b3.arguments)
for args, kw in (((), {}), ((1, 2, 3), {}), ((1,), {"z": 1}), ((1, 2), {"y": 1})):
    try:
        signature(g).bind(*args, **kw)
    except TypeError as e:
        print(e)
print(inspect.getdoc(f), inspect.getdoc(A), inspect.getdoc(B), inspect.getdoc(B.method), repr(inspect.cleandoc("  a\n    b\n   c\n")))
tests = (inspect.isfunction, inspect.ismethod, inspect.isclass, inspect.isbuiltin, inspect.ismodule, inspect.isgeneratorfunction, inspect.isgenerator, inspect.iscoroutinefunction, inspect.isroutine, inspect.isdatadescriptor, inspect.ismethoddescriptor, inspect.isabstract)
import sys
for o in (f, A(1).method, A, len, sys, gen, gen(), co, A.prop, str.upper, int.__add__, 3):
    print("".join("x" if t(o) else "." for t in tests))
print([n for n, v in inspect.getmembers(A, inspect.isfunction)], [n for n, _ in inspect.getmembers(A(1)) if not n.startswith("__")])
print(inspect.getmro(B), inspect.getfullargspec(f), inspect.unwrap(f) is f, inspect.get_annotations(f))
it = gen()
print(inspect.getgeneratorstate(it), next(it), inspect.getgeneratorstate(it), list(it), inspect.getgeneratorstate(it))
print(signature(f) == signature(f), signature(g).replace(return_annotation=int), Signature([Parameter("q", Parameter.KEYWORD_ONLY, default=1)]))
print(type(inspect.getattr_static(A(1), "prop")).__name__, inspect.getcallargs(g, 1, 2), inspect.getmodule(A).__name__)
def deco(fn):
    def wrapper(*a): return fn(*a)
    wrapper.__wrapped__ = fn
    return wrapper
print(signature(deco(g)), signature(deco(g), follow_wrapped=False))
try:
    signature(3)
except TypeError as e:
    print(e)
