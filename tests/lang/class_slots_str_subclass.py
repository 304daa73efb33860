"""A slot named by an instance of a class derived from str; what staticmethod and classmethod take over."""


class Name(str):
    pass


class Point:
    __slots__ = (Name("x"), Name("_y"))


p = Point()
p.x, p._y = 1, 2
print(p.x, p._y, Point.__slots__, [type(n).__name__ for n in Point.__slots__], type(Point.x).__name__)
try:
    p.z = 3
except AttributeError as e:
    print(e)


class Hidden:
    __slots__ = (Name("__secret"),)

    def __init__(self):
        self.__secret = 5


print(Hidden()._Hidden__secret, sorted(n for n in vars(Hidden) if "secret" in n))


def f():
    "doc"


for made in (staticmethod(None), classmethod(None), staticmethod(len), staticmethod(f), classmethod(f)):
    print(sorted(vars(made)), type(vars(made)["__doc__"]).__name__)
