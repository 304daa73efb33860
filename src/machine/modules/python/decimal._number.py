# Constants of decimal, and what Python adds to the digits and to what becomes a number.  The native
# part is decimal._core.

from decimal._core import (coefficient_of, count_digits, exponent_of, finish, kind_of, make, note,
                           of_float, quiet_copy, sign_of)
from decimal._signals import INVALID

ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
MAX_PREC, MAX_EMAX = int("9" * 18), int("9" * 18)
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997

FINITE, INF, QNAN, SNAN = 0, 1, 2, 3


# ---- digits --------------------------------------------------------------------------------------

_ROUNDS_UP = {  # by the last digit kept, twice what is dropped, and the unit of that digit
    ROUND_HALF_EVEN: lambda q, twice, unit, negative: twice > unit or (twice == unit and q & 1),
    ROUND_HALF_UP: lambda q, twice, unit, negative: twice >= unit,
    ROUND_HALF_DOWN: lambda q, twice, unit, negative: twice > unit,
    ROUND_DOWN: lambda q, twice, unit, negative: False,
    ROUND_UP: lambda q, twice, unit, negative: True,
    ROUND_CEILING: lambda q, twice, unit, negative: not negative,
    ROUND_FLOOR: lambda q, twice, unit, negative: negative,
    ROUND_05UP: lambda q, twice, unit, negative: q % 5 == 0,
}


def drop(coefficient, places, rounding, negative):
    """The coefficient without its last digits, and whether something was lost."""
    unit = 10 ** places
    q, rest = divmod(coefficient, unit)
    if not rest:
        return q, False
    return q + 1 if _ROUNDS_UP[rounding](q, 2 * rest, unit, negative) else q, True


# ---- results -------------------------------------------------------------------------------------

def is_zero(d):
    return kind_of(d) == FINITE and not coefficient_of(d)


def invalid(context, condition=INVALID):
    note(context, condition)
    return make(0, 0, 0, QNAN)


def nan_of(context, *operands):
    """The NaN that comes of operands of which one is a NaN; None if none is."""
    for kind in (SNAN, QNAN):
        for d in operands:
            if kind_of(d) == kind:
                if kind == SNAN:
                    note(context, INVALID)
                payload = coefficient_of(d) % 10 ** (context.prec - context.clamp)
                return make(sign_of(d), payload, 0, QNAN)
    return None


# ---- what becomes a number -----------------------------------------------------------------------

def of_number(f):
    # exactly, of a float or an int
    if isinstance(f, int):
        return make(f < 0, f, 0)
    if isinstance(f, float):
        return of_float(f)
    raise TypeError("argument must be int or float")


def of_tuple(value):
    """Decimal(value), the value being a sign, digits and an exponent."""
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    kinds = {"F": INF, "n": QNAN, "N": SNAN}
    if isinstance(exponent, str):
        if exponent not in kinds:
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    elif not isinstance(exponent, int):
        raise ValueError("exponent must be an integer")
    if not isinstance(digits, (tuple, list)):
        raise ValueError("coefficient must be a tuple of digits")
    coefficient = 0
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
        coefficient = coefficient * 10 + digit
    if isinstance(exponent, str):
        return make(sign, 0 if exponent == "F" else coefficient, 0, kinds[exponent])
    return make(sign, coefficient, exponent)


def another(d):
    """An equal one: what an operation gives is never its operand."""
    return make(sign_of(d), coefficient_of(d), exponent_of(d), kind_of(d))


# ---- what compares with a Decimal ----------------------------------------------------------------

def _of_fraction(self, other):
    # compares self * denominator with numerator: exact
    if kind_of(self):
        return make(0, 0, 0)
    n, d = other.numerator, other.denominator
    x, y = self.as_integer_ratio()
    left, right = x * d, n * y
    # a number that compares with self as the fraction does
    if left == right:
        return self
    return make(0, 0, 0, INF) if right > left else make(1, 0, 0, INF)


def comparable(self, other, equality):
    """A Decimal that compares with self as other does, which is no Decimal, int or float."""
    if hasattr(other, "numerator") and hasattr(other, "denominator"):
        return _of_fraction(self, other)
    if equality and isinstance(other, complex) and other.imag == 0:
        return of_float(other.real)
    return None
