# Parameters before / can be given by position only.
def f(a, b=2, /, c=3):
    return a, b, c


print(f(1), f(1, 5), f(1, 5, 6), f(1, c=7))
def g(a, /, **kwargs): return a, kwargs
print(g(1, a=2, b=3))
def h(p, /, q, *, r): return p, q, r
print(h(1, 2, r=3), h(1, q=2, r=3))
