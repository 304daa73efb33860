# Defaults are evaluated once, at the def.
n = 5


def f(a, b=n, c=[]):
    c.append(a)
    return a, b, c


n = 6
print(f(1))
print(f(2, 3))
print(f(4, c=[9]))
print(f(5))
print(f.__defaults__)
def g(a=1, b=2): return a * 10 + b
print(g(), g(3), g(b=4), g(b=5, a=6))
