# sys.getsizeof of frames and generators of several shapes.
import sys


def f0():
    pass


def f1(a, b, *c, d=1, **e):
    return a, b, c, d, e


def f2(n):
    total = 0
    for i in range(n):
        if i % 2:
            total += i
        else:
            total -= i
    return total


def f3(x):
    def inner(y):
        return x + y
    return inner


def f4(items):
    try:
        return [i * 2 for i in items if i]
    except ValueError as e:
        return str(e)
    finally:
        print("x")


class C:
    def m(self):
        return self.a.b.c(1)[2]


def g1():
    yield 1


def g2(a, b):
    c = a + b
    yield from range(c)
    yield c


for f in (f0, f1, f2, f3, f3(1), f4, C.m, g1, g2):
    print(f.__name__, sys.getsizeof(f))
print(sys.getsizeof(g1()), sys.getsizeof(g2(1, 2)))
try:
    f2("x")
except TypeError as e:
    tb = e.__traceback__
    while tb:
        print(sys.getsizeof(tb), sys.getsizeof(tb.tb_frame))
        tb = tb.tb_next
