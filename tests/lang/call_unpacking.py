# Calls may unpack iterables and mappings, several of each.
def f(*args, **kwargs):
    return args, kwargs


print(f(*[1, 2], *"ab", 3))
print(f(**{"a": 1}, b=2, **{"c": 3}))
print(f(0, *(1, 2), x=9, **{"y": 8}))
print(f(*range(3), *{}, **{}))
def g(a, b, c=0): return a + b * 10 + c * 100
print(g(*[1, 2]), g(*(1,), **{"b": 2, "c": 3}), g(1, *[2], c=3))
print(*[1, 2, 3], sep="-")
print(max(*[3, 1], *[7]))
