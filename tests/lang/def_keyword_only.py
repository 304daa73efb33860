# Parameters after * or *args can be named only.
def f(a, *, b, c=3):
    return a, b, c


def g(*args, sep="-", end):
    return args, sep, end


print(f(1, b=2), f(b=1, a=2, c=0))
print(g(1, 2, end="!"), g(end=0, sep=1))
def h(*, x=1): return x
print(h(), h(x=2), f.__kwdefaults__)
