# A metaclass's mro() that leaves the class itself out; a builtin type's docstring; dir() of a module.
import types


class Base:
    pass


for order in ((Base,), (Base, object), (Base, int), (5,), ()):
    class Meta(type):
        def mro(cls):
            return order

    try:
        class Made(metaclass=Meta):
            pass
    except TypeError as e:
        print(e)

for name in "list", "Base":
    try:
        type.__dict__["__doc__"].__set__(eval(name), "said")
        print(eval(name).__doc__)
    except TypeError as e:
        print(e)


class Odd(types.ModuleType):
    __dict__ = property(lambda self: "no dict")


try:
    print(dir(Odd("odd")))
except TypeError as e:
    print(e)
print([n for n in dir(types.ModuleType("even")) if "_" not in n])
