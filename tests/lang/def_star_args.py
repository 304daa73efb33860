# *args collects what is left by position, **kwargs by name.
def f(a, *args, **kwargs):
    print(a, args, kwargs, type(args), type(kwargs))


f(1)
f(1, 2, 3)
f(1, x=2)
f(1, 2, y=3, z=4)
f(a=1, b=2)
def g(*args): return args
def h(**kwargs): return kwargs
print(g(), g(1), h(), h(a=1))
