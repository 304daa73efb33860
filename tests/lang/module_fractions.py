from fractions import Fraction as F
import math
print(F(1, 3), F(6, 8), F(-3, -9), F(3, -9), F(5), F(), F("3/4"), F("-0.125"), F("1e3"), F(" 7/14 "), F(0.5), F(0.1), F(True), F(F(1, 2), F(1, 3)))
a, b = F(1, 3), F(1, 6)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(F(7, 2), F(2, 3)), a ** 2, a ** -2, F(-2, 3) ** -3, F(4) ** F(1, 2), -a, abs(-a), +a)
print(a + 1, 1 + a, 2 * a, 1 / a, 1 - a, a + 0.5, 0.5 * a, a + 1j, 2 ** F(2), 2 ** F(1, 2), 7 // F(2, 3), 7 % F(2, 3))
print(repr(a), a.numerator, a.denominator, float(a), int(F(-7, 2)), round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(-7, 2)))
print(a == b, a == F(2, 6), a == 1 / 3, F(1, 2) == 0.5, F(3) == 3, a < b, a > 0.3, a <= F(1, 3), sorted([F(1, 2), F(1, 3), 0.4]), hash(F(3)) == hash(3), hash(F(1, 2)) == hash(0.5), hash(F(-1, 7)), bool(F(0)))
print(F(3.14159).limit_denominator(100), F(math.pi).limit_denominator(10), F(1, 3).as_integer_ratio(), F.from_float(0.75), sum([F(1, n) for n in range(1, 6)]), {F(1, 2): "half"}[0.5])
def tr(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for f in (lambda: F(1, 0), lambda: F("x"), lambda: F(1.5, 2), lambda: F([1]), lambda: a / 0, lambda: F(0) ** -1, lambda: a < "x", lambda: a + "x", lambda: F("1/0"), lambda: F("1 /2 x"), lambda: F(1, 3).limit_denominator(0), lambda: F.from_float("x"), lambda: F(float("inf")), lambda: F(float("nan"))):
    tr(f)
print(isinstance(a, float), isinstance(a, int), a.real, a.imag, a.conjugate(), str(F(4, 2)), f"{F(1, 2)}")
import numbers
print(isinstance(a, numbers.Rational), isinstance(3, numbers.Integral), isinstance(3.5, numbers.Real), isinstance(1j, numbers.Complex), isinstance(3.5, numbers.Rational), isinstance(True, numbers.Number))
