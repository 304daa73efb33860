# Functions, their defaults, and what they leave behind.
shared = []


def f(a, b=shared, *, c=shared):
    local = [a, b, c]
    return local


def g():
    global made
    made = shared
    return made


g_alias = g
result = f(shared)
other = f(1, 2, c=3)
from_g = g()
table = {"f": f, "g": g}
functions = [f, f, g]
