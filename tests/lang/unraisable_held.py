# How often the parts of an unraisable exception are held while the hook looks at them.
import sys


def hook(u): print(*(sys.getrefcount(x) for x in u if x is not None), sys.getrefcount(u))
sys.unraisablehook = hook


class E(Exception): pass


class D:
    def __del__(self): raise E
D()


def f():
    yield 1
    raise E


class G:
    def __del__(self):
        try: raise E
        except E as e: raise
G()


def g():
    try: yield 1
    finally: raise E
x = g(); next(x); del x
