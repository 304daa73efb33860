def f(a, *, k=1):
    return a, k
f.__module__ = "elsewhere"
f.__kwdefaults__ = {"k": 5}
f.__annotations__ = {"a": int}
f.__dict__ = {"x": 1}
print(f.__module__, f(1), f.__annotations__, f.x, f.__dict__)
f.__kwdefaults__ = None
try:
    f(1)
except TypeError as e:
    print(e)
for name, value in (("__kwdefaults__", 3), ("__annotations__", 3), ("__dict__", 3), ("__name__", 3)):
    try:
        setattr(f, name, value)
    except TypeError as e:
        print(e)
f.__annotations__ = None
print(f.__annotations__)
