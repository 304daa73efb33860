# The methods of Decimal that are not native: decimal._core has the others.

from _library import adopt
from collections import namedtuple as _namedtuple
from decimal._arithmetic import (compare_decimal, compare_total, extreme, logb, next_number,
                                 next_toward, remainder_near, scaleb, to_integral)
from decimal._context import context_of
from decimal._core import (Decimal as _Native, add, argument, check_rounding, coefficient_of,
                           digit_text, exponent_of, getcontext, kind_of, make, multiply, note,
                           number_text, sign_of)
from decimal._logical import (logical_and, logical_invert, logical_or, logical_xor, rotate, shift)
from decimal._number import INF, QNAN, ROUND_CEILING, ROUND_FLOOR, nan_of, of_number
from decimal._powers import exp, ln, log10
from decimal._signals import INVALID
from decimal._text import formatted
from numbers import Number as _Number

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


# ---- methods -------------------------------------------------------------------------------------

def _unary_method(operation):
    def method(self, context=None):
        return operation(self, context_of(context))
    return method


def _binary_method(operation):
    def method(self, other, context=None):
        return operation(self, argument(other), context_of(context))
    return method


def _adopted(methods):
    return adopt(_Native, methods)


@_adopted
class Decimal:
    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float."""
        d = of_number(f)
        return d if cls is Decimal else cls(d)

    def to_eng_string(self, context=None):
        """The text with an exponent that is a multiple of three."""
        return number_text(self, True, context_of(context).capitals)

    def __format__(self, spec, override=None):
        return formatted(self, spec, getcontext())

    def as_tuple(self):
        """Sign, digits and exponent."""
        if kind_of(self) == INF:
            return DecimalTuple(sign_of(self), (0,), "F")
        digits = tuple(map(int, digit_text(coefficient_of(self))))
        if kind_of(self):
            return DecimalTuple(sign_of(self), digits if coefficient_of(self) else (),
                                "n" if kind_of(self) == QNAN else "N")
        return DecimalTuple(sign_of(self), digits, exponent_of(self))

    def as_integer_ratio(self):
        """Two ints whose ratio this is."""
        if kind_of(self):
            if kind_of(self) == INF:
                raise OverflowError("cannot convert Infinity to integer ratio")
            raise ValueError("cannot convert NaN to integer ratio")
        n, e = coefficient_of(self), exponent_of(self)
        if not n:
            return 0, 1
        d = 1
        if e >= 0:
            n *= 10 ** e
        else:
            d = 10 ** -e
            from math import gcd
            g = gcd(n, d)
            n, d = n // g, d // g
        return (-n if sign_of(self) else n), d

    def __complex__(self):
        return complex(float(self))

    def compare_signal(self, other, context=None):
        """The same; a NaN signals."""
        other, context = argument(other), context_of(context)
        if kind_of(self) >= QNAN or kind_of(other) >= QNAN:
            note(context, INVALID)
        return compare_decimal(self, other, context)

    def compare_total(self, other, context=None):
        """The same by the total order, in which 1.0 comes before 1."""
        return compare_total(self, argument(other))

    def compare_total_mag(self, other, context=None):
        """The same without the signs."""
        return compare_total(self.copy_abs(), argument(other).copy_abs())

    max = _binary_method(lambda a, b, context: extreme(a, b, context, 1))
    min = _binary_method(lambda a, b, context: extreme(a, b, context, -1))
    max_mag = _binary_method(lambda a, b, context: extreme(a, b, context, 1, True))
    min_mag = _binary_method(lambda a, b, context: extreme(a, b, context, -1, True))

    exp = _unary_method(exp)
    ln = _unary_method(ln)
    log10 = _unary_method(log10)
    remainder_near = _binary_method(remainder_near)
    next_toward = _binary_method(next_toward)
    next_minus = _unary_method(lambda d, context: next_number(d, context, ROUND_FLOOR))
    next_plus = _unary_method(lambda d, context: next_number(d, context, ROUND_CEILING))
    logb = _unary_method(logb)
    scaleb = _binary_method(scaleb)

    def fma(self, other, third, context=None):
        """self * other + third, rounded once."""
        context = context_of(context)
        other, third = argument(other), argument(third)
        nan = nan_of(context, self, other, third)
        if nan is not None:
            return nan
        if kind_of(self) or kind_of(other):
            product = multiply(self, other, context)
        else:
            product = make(sign_of(self) ^ sign_of(other), coefficient_of(self) * coefficient_of(other),
                            exponent_of(self) + exponent_of(other))
        return add(product, third, context)

    def to_integral_value(self, rounding=None, context=None):
        """The nearest whole number."""
        return to_integral(self, context_of(context), check_rounding(rounding), False)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """The same; it is noted if digits are lost."""
        return to_integral(self, context_of(context), check_rounding(rounding), True)

    def copy_sign(self, other, context=None):
        """This number with another's sign."""
        return make(sign_of(argument(other)), coefficient_of(self), exponent_of(self), kind_of(self))

    def is_normal(self, context=None):
        return bool(not kind_of(self) and coefficient_of(self) and self.adjusted() >= context_of(context).Emin)

    def is_subnormal(self, context=None):
        return bool(not kind_of(self) and coefficient_of(self) and self.adjusted() < context_of(context).Emin)

    def number_class(self, context=None):
        """What kind of number this is, as a text."""
        if kind_of(self) >= QNAN:
            return "NaN" if kind_of(self) == QNAN else "sNaN"
        sign = "-" if sign_of(self) else "+"
        if kind_of(self):
            return sign + "Infinity"
        if not coefficient_of(self):
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def same_quantum(self, other, context=None):
        """Do both have the same exponent?"""
        other = argument(other)
        if kind_of(self) or kind_of(other):
            return min(kind_of(self), QNAN) == min(kind_of(other), QNAN)
        return exponent_of(self) == exponent_of(other)

    def radix(self):
        return make(0, 10, 0)

    logical_and = _binary_method(logical_and)
    logical_or = _binary_method(logical_or)
    logical_xor = _binary_method(logical_xor)
    logical_invert = _unary_method(logical_invert)
    rotate = _binary_method(rotate)
    shift = _binary_method(shift)

    def __reduce__(self):
        return type(self), (str(self),)


_Number.register(Decimal)
