# References that a call and a local variable hold.
import sys


def count(x):
    return sys.getrefcount(x)


def alias(x):
    y = x
    z = [x, y]
    return sys.getrefcount(x), len(z)


def passing(x):
    return count(x)


a = {}
print(count(a), alias(a), passing(a), count({}), count([1]))
print(count(x=a), sys.getrefcount(a))
