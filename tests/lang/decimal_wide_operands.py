"""Powers, logarithms and formats of numbers with more digits than the context has."""
import numbers
from decimal import *

print(isinstance(Decimal(1), numbers.Number), isinstance(Decimal(1), numbers.Real))
seed = 7


def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    return (seed >> 33) % n


def number():
    digits = "".join(str(rnd(10)) for _ in range(1 + rnd(12)))
    return Decimal(("-" if rnd(3) == 0 else "") + digits).scaleb(rnd(12) - 8)


ctx = getcontext()
ctx.prec = 7
for trap in (InvalidOperation, DivisionByZero, Overflow):
    ctx.traps[trap] = False
special = [Decimal(s) for s in "0 -0 1 -1 2 0.5 -2 4 Infinity -Infinity NaN 1.0000000000001 -1.00000000001 1.000 9 0.25 1E+3 1e-5".split()]
for a in special:
    for b in special:
        ctx.clear_flags()
        print(a, b, a ** b, [s.__name__ for s in ctx.flags if ctx.flags[s]])
for i in range(150):
    ctx.rounding = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)[i % 8]
    a, b = number(), number()
    ctx.clear_flags()
    print(a, b, a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a.compare(b), a.compare_total(b), a.remainder_near(b),
          a.max(b), a.min_mag(b), a.next_toward(b), a.fma(b, a), +a, -a, abs(a), a.normalize(), a.logb(), [s.__name__ for s in ctx.flags if ctx.flags[s]])
    print(abs(a).sqrt(), abs(a).ln(), abs(a).log10(), (a / 1000).exp(), abs(a) ** (b / 100000 if -10000 < b < 10000 else Decimal("1.5")), a ** (rnd(9) - 4))
    if i % 10 == 0:
        for p in ("1234567.5", "-1234567.5", "98765432109"):
            ctx.clear_flags()
            print(Decimal(p).exp(), [s.__name__ for s in ctx.flags if ctx.flags[s]])
    for spec in (".3f", "e", ".2e", "g", ".4", "015.2f", "012,.1f", "+", ",", "%", ".1%", ">12", "*^14.3", "E", ".0f", "<9.1G", "z.1f"):
        print(format(a, spec), end=" ")
    print()
