# A generator handles exceptions of its own; what is handled outside comes back after each yield.
import sys


def f():
    try:
        1 / 0
    except ZeroDivisionError:
        yield repr(sys.exception())
    yield repr(sys.exception())


g = f()
print(sys.exception(), next(g), sys.exception())
try:
    {}["k"]
except KeyError:
    print(next(g), repr(sys.exception()))
g = f()
try:
    {}["k"]
except KeyError:
    print(next(g), repr(sys.exception()))
print(next(g), sys.exception())
