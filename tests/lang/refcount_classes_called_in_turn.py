# One call that makes instances of several classes in turn: who holds the class while __init__ runs.
import gc
import sys


class Base:
    def __init__(self, name, pay=0):
        print(type(self).__name__, *(sys.getrefcount(kind) for kind in kinds))


class Fits(Base):
    def __init__(self, name):
        print(type(self).__name__, *(sys.getrefcount(kind) for kind in kinds))


class FitsToo(Fits):
    def __init__(self, other):
        Fits.__init__(self, other)


class Bare:
    pass


class TakesAll(Base):
    def __init__(self, *all):
        print(type(self).__name__, *(sys.getrefcount(kind) for kind in kinds))


class Meta(type):
    pass


class Made(metaclass=Meta):
    def __init__(self, name):
        print(type(self).__name__, *(sys.getrefcount(kind) for kind in kinds))


kinds = Base, Fits, FitsToo, TakesAll, Made


def make(*order):
    for kind in order:
        instance = kind("it")


def make_again(*order):
    for kind in order:
        instance = kind("it")


def make_once_more(*order):
    for kind in order:
        instance = kind("it")


make(Base, Fits, FitsToo, Fits, Base, FitsToo)
make_again(Fits, Base, FitsToo, Base, Fits, Fits)
make_once_more(Made, TakesAll, Fits, Base, Fits, TakesAll, Made)

# The streams are objects that the collector knows.
print(gc.is_tracked(sys.stdout), gc.is_tracked({"to": sys.stderr}))
