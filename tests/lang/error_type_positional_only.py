# A positional-only parameter given by name.
def f(a, b, /):
    return a


f(1, b=2)
