"""dict.__new__() for classes derived from those that inherit it, and what is not safe."""
from collections import Counter, OrderedDict, defaultdict

for base in (OrderedDict, defaultdict, Counter):
    class Derived(base):
        pass

    o = dict.__new__(Derived)
    print(type(o).__name__, type(o).__base__.__name__, o, len(o))
    o[1] = 2
    print(o, dict.__new__(base), "__new__" in vars(base), base.__new__ is dict.__new__)


class Ordered(OrderedDict):
    def __new__(cls, *args):
        return super(OrderedDict, cls).__new__(cls)


class Plain(OrderedDict):
    pass


class Number(int):
    def __new__(cls, *args):
        return super().__new__(cls, *args)


class Smaller(Number):
    pass


print(Ordered([(1, 2)]))
for wrong in (lambda: dict.__new__(int), lambda: object.__new__(dict), lambda: object.__new__(OrderedDict),
              lambda: object.__new__(Plain), lambda: object.__new__(Ordered), lambda: object.__new__(Number),
              lambda: object.__new__(Smaller), lambda: object.__new__(Counter), lambda: float.__new__(Number)):
    try:
        print(wrong())
    except TypeError as e:
        print(e)
