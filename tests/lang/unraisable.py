# Exceptions that can go nowhere: sys.unraisablehook.
import gc
import sys
import weakref


def hook(u):
    print(u.exc_type.__name__, u.exc_value, u.exc_traceback is not None, u.err_msg,
          getattr(u.object, "__qualname__", u.object), type(u).__name__, len(u))


sys.unraisablehook = hook


class D:
    def __del__(self):
        1 / 0


D()
d = D()
del d


class A:
    pass


def bad(r):
    raise ValueError("in a callback")


a = A()
r = weakref.ref(a, bad)
del a


def g():
    try:
        yield 1
    finally:
        raise KeyError("in a generator")


x = g()
next(x)
del x


def refuse(phase, info):
    raise OSError(phase)


gc.callbacks.append(refuse)
gc.collect()
gc.callbacks.clear()
print(sys.unraisablehook is hook, sys.__unraisablehook__ is not hook)
try:
    sys.__unraisablehook__(1)
except TypeError as e:
    print(e)
try:
    D()
    raise LookupError("goes on")
except LookupError as e:
    print(e)
sys.unraisablehook = sys.__unraisablehook__
