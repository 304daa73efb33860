# Thousands of digits, and the conversions of what is long.
from decimal import *
import math
import sys

getcontext().prec = 3000
third = Decimal(1) / 3
print(len(str(third)), str(third)[-5:], (third * 3 + Decimal("1E-3000")) == 1)
root = Decimal(2).sqrt()
print(str(root)[:40], str(root)[-20:], str(root * root)[:30])
n = Decimal(3) ** 6000
print(n.adjusted(), n == 3 ** 6000, hash(Decimal(3 ** 5000)) == hash(3 ** 5000), int(n) % 10 ** 20)
f = Decimal(math.factorial(1000))
print(f.normalize().as_tuple().exponent, str(f)[:25], f / math.factorial(998), f % 1009)
print([sys.getsizeof(Decimal("7" * k)) - sys.getsizeof(Decimal(7)) for k in (1, 19, 76, 77, 95, 96, 1000)])
print(Decimal(2.0 ** -1000) == 2.0 ** -1000, len(str(Decimal(5e-324))), Decimal(1e308).adjusted())
print(float(third), float(Decimal("1E+400")), int(Decimal("12345.678E+10")), round(Decimal("1E30") / 7))
getcontext().prec = 28


def pi():
    # the spigot of the documentation's recipes
    getcontext().prec += 2
    last, t, s, n, na, d, da = 0, Decimal(3), 3, 1, 0, 0, 24
    while s != last:
        last = s
        n, na = n + na, na + 8
        d, da = d + da, da + 32
        t = (t * n) / d
        s += t
    getcontext().prec -= 2
    return +s


print(pi(), getcontext().flags[Inexact])
print(Decimal("1.1") ** 10, Decimal("1.05") ** 360, Decimal(2) ** -30, Decimal("-0.5") ** 3, Decimal(10) ** 28)
print(Decimal("1.00") ** 3, Decimal("0.999") ** 100000, pow(Decimal(7), 100, 13), Decimal(2) ** Decimal("0.5"))
try:
    Decimal(10) ** 1000000
except Overflow as e:
    print(repr(e))
print(Decimal(10) ** -1000030, Decimal("1E-7") ** Decimal("1E+3"))
