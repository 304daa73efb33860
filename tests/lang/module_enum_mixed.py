from enum import Enum, IntEnum, StrEnum, auto, nonmember, member, ReprEnum
class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def gravity(self):
        return round(6.67e-11 * self.mass / self.radius ** 2, 2)
print(Planet.EARTH, repr(Planet.EARTH), Planet.EARTH.gravity, Planet.EARTH.value, Planet((3.303e+23, 2.4397e6)))
class Num(IntEnum):
    ONE = 1
    TWO = 2
print(Num.ONE, repr(Num.ONE), Num.ONE + Num.TWO, Num.TWO > Num.ONE, Num.ONE == 1, f"{Num.TWO:03d}", [10, 20, 30][Num.TWO], sorted([Num.TWO, Num.ONE]))
print(isinstance(Num.ONE, int), Num(2), type(Num.ONE + 1), str(Num.TWO), "%d %s" % (Num.ONE, Num.ONE), int(Num.TWO), Num.ONE.bit_length())
class S(StrEnum):
    A = auto()
    LONG_NAME = auto()
    X = "explicit"
print(S.A, repr(S.A), S.LONG_NAME.value, S.X.upper(), S("a") is S.A, S.X == "explicit", f"{S.X:>10}", "-".join(S))
try:
    class Bad(StrEnum):
        A = 3
except TypeError as e:
    print(e)
class Old(str, Enum):
    A = "a"
print(Old.A, repr(Old.A), f"{Old.A}", Old.A == "a", "%s" % Old.A, Old.A.upper())
class OldInt(int, Enum):
    A = 7
print(OldInt.A, repr(OldInt.A), f"{OldInt.A}", OldInt.A + 1)
class F(float, Enum):
    HALF = 0.5
print(F.HALF, F.HALF * 2, repr(F.HALF))
class T(tuple, Enum):
    A = (1, 2)
print(T.A, T.A[0], repr(T.A), T.A.value)
class Coord(bytes, Enum):
    def __new__(cls, value, label, unit):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        obj.unit = unit
        return obj
    PX = (0, "P.X", "km")
    PY = (1, "P.Y", "m")
print(Coord.PY, Coord.PY.label, Coord.PY.unit, Coord(1) is Coord.PY)
try:
    repr(Coord.PY)
except TypeError as e:
    print(e)
class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name, count, last_values
    A = auto()
    B = auto()
print([m.value for m in Auto])
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value):
        if value == "one":
            return cls.A
        if value == "bad":
            return 7
        return None
print(Miss("one"))
for v in ("bad", "none"):
    try:
        Miss(v)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e, repr(e.__context__))
class N(Enum):
    A = 1
    helper = nonmember(5)
    @member
    def func():
        return 3
    class_value = 4
print(N.helper, N.func, N.func.value(), list(N)[0])
class Ig(Enum):
    _ignore_ = "i ns"
    ns = vars()
    for i in range(3):
        ns["M%d" % i] = i
print(list(Ig))
class Mix:
    def shout(self):
        return self.name + "!"
class WithMix(Mix, Enum):
    A = 1
print(WithMix.A.shout(), WithMix.A)
class Base(Enum):
    def common(self):
        return "common " + self.name
class Derived(Base):
    X = 1
print(Derived.X.common(), Derived.__mro__)
class Ordered(Enum):
    def __lt__(self, other):
        return self.value < other.value
    A = 2
    B = 1
print(sorted(Ordered), max(Ordered))
