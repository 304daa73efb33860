# A class namespace that is a mapping, but no dict.
import collections


class Chatty:
    """A namespace that tells what a class body asks of it."""

    def __init__(self):
        self.kept = {}

    def __getitem__(self, name):
        print("get", name)
        return self.kept[name]

    def __setitem__(self, name, value):
        print("set", name, value if isinstance(value, (int, str)) else type(value).__name__)
        self.kept[name] = value

    def __delitem__(self, name):
        print("del", name)
        del self.kept[name]

    def keys(self):
        return self.kept.keys()


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return Chatty()

    def __new__(mcls, name, bases, namespace):
        return super().__new__(mcls, name, bases, dict(namespace))


class C(metaclass=Meta):
    a = 1
    b = a + 1
    del a
    for i in range(2):
        pass
    size = len("abc")

    def f(self):
        return __class__.__name__


print(C().f(), C.b, C.i, hasattr(C, "a"), C.size)


class Chained(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return collections.ChainMap({}, {"given": 5})

    def __new__(mcls, name, bases, namespace):
        print(type(namespace).__name__, sorted(n for n in namespace if not n.startswith("__")))
        return super().__new__(mcls, name, bases, dict(namespace.maps[0]))


class D(metaclass=Chained):
    x = given * 2


print(D.x, hasattr(D, "given"))


class Careless(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return collections.UserDict()


try:
    class E(metaclass=Careless):
        y = 1
except TypeError as e:
    print(e)

try:
    class F(metaclass=Meta):
        nothing_like_it
except NameError as e:
    print(e)


class Number(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return 3


try:
    class G(metaclass=Number):
        pass
except TypeError as e:
    print(e)


class Plain:
    def __prepare__(name, bases):
        return 3

try:
    class H(metaclass=Plain):
        pass
except TypeError as e:
    print(e)
