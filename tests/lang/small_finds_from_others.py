# __getattr__ is taken before __getattribute__ runs; modules made by __new__; no stdout; iter_unpack.
import operator
import struct
import sys
import types


class Fickle:
    def __getattr__(self, name):
        return "first"

    def __getattribute__(self, name):
        Fickle.__getattr__ = lambda self, name: "second"
        raise AttributeError(name)


fickle = Fickle()
print(fickle.a, fickle.a)

bare = types.ModuleType.__new__(types.ModuleType)
print(bare.__dict__, bare)
bare.f = 1
print(bare.__dict__)
try:
    bare.g
except AttributeError as e:
    print(e)

out, told = sys.stdout, []
del sys.stdout
try:
    for how in ({}, {"flush": True}, {"file": None}):
        try:
            print("lost", **how)
        except RuntimeError as e:
            told.append(str(e))
    print("elsewhere", file=out)
finally:
    sys.stdout = out
print(told)

it = struct.Struct(">IB").iter_unpack(bytes(range(15)))
print(operator.length_hint(it), type(it), iter(it) is it)
print(next(it), operator.length_hint(it), list(it), operator.length_hint(it), next(it, "done"))


class Raises:
    def __get__(self, instance, owner):
        raise KeyError("bound")


class Odd:
    __repr__ = Raises()
    __trunc__ = Raises()
    __add__ = Raises()
    __len__ = Raises()


print(repr(Odd()).split(" at ")[0])
for use in (int, len, lambda o: o + 1, str):
    try:
        print(use(Odd()).split(" at ")[0])
    except KeyError as e:
        print(use.__name__, e)
