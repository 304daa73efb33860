import enum
from enum import Enum, auto, unique
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"])
print(list(Color), len(Color), Color.CRIMSON is Color.RED, list(Color.__members__.items()))
print(Color, type(Color), isinstance(Color.RED, Color), Color.RED in Color, hash(Color.RED) == hash("RED"))
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.BLUE, {Color.RED: "r"}[Color(1)])
print(f"{Color.RED} {Color.RED!r:>20} {Color.GREEN:>12}|", list(reversed(Color)))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, "| context", repr(e.__context__))
def assign(): Color.RED = 5
def delete(): del Color.RED
def value(): Color.RED.value = 3
def extend():
    class More(Color):
        PINK = 4
def twice():
    class Twice(Enum):
        A = 1
        A = 2
def sunder():
    class S(Enum):
        _x_ = 1
def dups():
    @unique
    class D(Enum):
        A = 1
        B = 2
        C = 1
        D = 2
def wrongbase():
    class W(Enum, int):
        A = 1
for f in (lambda: Color(9), lambda: Color["PINK"], lambda: Color.PINK, lambda: Color.RED < Color.BLUE, assign, delete, value, extend,
          twice, sunder, dups, wrongbase, lambda: Color.RED.nothing, lambda: Color()):
    attempt(f)
class Shape(Enum):
    SQUARE = auto()
    CIRCLE = auto()
    BIG = 10
    NEXT = auto()
    def describe(self):
        return self.name.title(), self.value
    @classmethod
    def default(cls):
        return cls.SQUARE
    @property
    def double(self):
        return self.value * 2
    @staticmethod
    def s():
        return "static"
print([s.value for s in Shape], Shape.BIG.describe(), Shape.default(), Shape.NEXT.double, Shape.s())
print(bool(Shape), bool(Shape.SQUARE), Shape.__module__, Shape.__qualname__, Shape.SQUARE.__class__)
print(Shape.SQUARE.__objclass__ is Shape, Shape.SQUARE._value_, Shape.SQUARE._name_)
class Empty(Enum):
    pass
print(list(Empty), len(Empty))
class Unhashable(Enum):
    A = [1]
    B = [2]
    C = [1]
print(Unhashable([2]), Unhashable.C, list(Unhashable))
attempt(lambda: Unhashable([3]))
