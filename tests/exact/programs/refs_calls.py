# References during and after calls.
import sys


def count(x):
    return sys.getrefcount(x)


def alias(x):
    y = x
    z = [x, y]
    return sys.getrefcount(x)


def deep(x, n):
    return sys.getrefcount(x) if n == 0 else deep(x, n - 1)


def default(x=[]):
    x.append(1)
    return sys.getrefcount(x)


def star(*args):
    return sys.getrefcount(args), sys.getrefcount(args[0])


def named(**kw):
    return sys.getrefcount(kw), sys.getrefcount(kw["x"])


a = []
counts = [count(a), count(x=a), alias(a), deep(a, 0), deep(a, 3), default(), default(), default(a), star(a), named(x=a)]
temporaries = [count([]), count(x=[]), alias({}), deep((a, []), 2), star([])]
unpacked = [count(*[a]), count(*(a,)), count(**{"x": a}), star(*[a, 1]), named(**{"x": a})]
sorted_counts = sorted([a, a], key=count)
mapped = [count(v) for v in (a, counts)]
after = sys.getrefcount(a)
