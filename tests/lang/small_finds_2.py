# test: from=3.12
# Edges: docstrings of properties and of what wraps builtins, != of object, sums, warnings in f-strings, bases.
import json
import sys
import warnings

warnings.simplefilter("always")


def bare(self):
    pass


def told(self):
    """doc 2"""


p = property(bare)
p.__doc__ = "user"
print(p.getter(told).__doc__, property(told).getter(bare).__doc__)


class Slotted(property):
    __slots__ = "foo"


print(Slotted(bare).__doc__)


class Tool:
    load = staticmethod(json.loads)
    size = staticmethod(len)


print(Tool.load("[1]"), Tool().size("abc"), Tool.__dict__["load"].__name__)
one = object()
print(one.__ne__(one), None.__ne__(None), one.__ne__(1), (1).__ne__(1.5))
for start in bytearray(), b"", "":
    try:
        sum([], start)
    except TypeError as error:
        print(error)
try:
    bytearray(b"x").translate(b"1", 1)
except ValueError as error:
    print(error)
sys.stderr = sys.stdout
for source in r"f'\{6 * 7}'", r"f'\g{1}'", r"rf'\{1}'", r"f'{1}\{{'":
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        print(eval(source), [str(w.message) for w in heard])


class Broken:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def __getattr__(self, name):
        return {}[name]

    def __repr__(self):
        return "<broken>"


def delegates():
    yield from Broken()


g = delegates()
print(next(g))
g.close()


class M(type):
    def mro(cls):
        if ready and cls.__name__ == "B1":
            B2.__bases__ = (B1,)
        if ready and cls.__name__ == "B2":
            B1.__bases__ = (B2,)
        return type.mro(cls)


ready = False


class A(metaclass=M):
    pass


class B1(A):
    pass


class B2(A):
    pass


ready = True
try:
    B1.__bases__ += ()
except TypeError as error:
    print(error)
