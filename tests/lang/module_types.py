import types
from types import SimpleNamespace, MappingProxyType, MethodType, FunctionType
def f(): yield
class C:
    def m(self): pass
for name, value in (("FunctionType", f), ("LambdaType", lambda: 0), ("GeneratorType", f()), ("MethodType", C().m),
                    ("BuiltinFunctionType", len), ("MethodDescriptorType", str.upper), ("WrapperDescriptorType", int.__add__),
                    ("MethodWrapperType", (3).__add__), ("ModuleType", types), ("NoneType", None), ("EllipsisType", ...),
                    ("NotImplementedType", NotImplemented), ("CodeType", f.__code__), ("UnionType", int | str),
                    ("GenericAlias", list[int]), ("MappingProxyType", C.__dict__)):
    print(name, isinstance(value, getattr(types, name)), getattr(types, name))
s = SimpleNamespace(a=1, b=[2])
print(s, s.a, s == SimpleNamespace(b=[2], a=1), s == 3, vars(s))
s.c = s
print(s)
del s.a
print(hasattr(s, "a"))
class Sub(SimpleNamespace):
    pass
print(Sub(x=1), Sub(x=1) == SimpleNamespace(x=1))
try:
    hash(s)
except TypeError as e:
    print(e)
d = {"k": 1}
p = MappingProxyType(d)
print(p["k"], len(p), list(p), p, "k" in p, p == d)
d["j"] = 2
print(p.get("j"), sorted(p.items()))
try:
    p["x"] = 1
except TypeError as e:
    print(e)
def body(ns):
    ns["x"] = 5
N = types.new_class("N", (C,), {}, body)
print(N, N.x, N.__bases__, N.__module__)
print(types.resolve_bases((int, list[int])), types.prepare_class("P", (C,)))
def free(self, x):
    return self, x
bound = MethodType(free, 3)
print(bound(4), bound.__self__, bound.__func__ is free)
class Dyn:
    @types.DynamicClassAttribute
    def v(self):
        return "v of an instance"
print(Dyn().v)
try:
    Dyn.v
except AttributeError as e:
    print("AttributeError", e)
