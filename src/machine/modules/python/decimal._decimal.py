# The class Decimal: the operations as operators and methods.

from _library import named_with_module as _named
from _machine import refuse as _refuse
from collections import namedtuple as _namedtuple
from decimal._arithmetic import (absolute, add, compare, compare_decimal, compare_total, divide,
                                 divide_floor, divide_whole, extreme, logb, multiply, negated,
                                 next_number, next_toward, normalized, plus, quantize, remainder,
                                 remainder_near, rescaled, scaleb, subtract, to_integral)
from decimal._context import context_of, getcontext
from decimal._number import (FINITE, INF, QNAN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, SNAN,
                             argument, check_rounding, count_digits, digit_text, exactly, is_zero,
                             make, meet_decimal, of_float, of_number, operand)
from decimal._powers import exp, ln, log10, power, power_modulo, sqrt
from decimal._signals import FLOAT, INVALID, note, set_slot
from decimal._text import formatted, number_text
from numbers import Number as _Number
from sys import version_info as _version

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")

# ---- operators and methods -----------------------------------------------------------------------

def _binary(operation):
    def method(self, other):
        other = operand(other)
        return NotImplemented if other is None else operation(self, other, getcontext())
    return method


def _reflected(operation):
    def method(self, other):
        other = operand(other)
        return NotImplemented if other is None else operation(other, self, getcontext())
    return method


def _unary_method(operation):
    def method(self, context=None):
        return operation(self, context_of(context))
    return method


def _binary_method(operation):
    def method(self, other, context=None):
        return operation(self, argument(other), context_of(context))
    return method


# ---- what compares with a Decimal ----------------------------------------------------------------

def _of_fraction(self, other):
    # compares self * denominator with numerator: exact
    if self._kind:
        return make(0, 0, 0)
    n, d = other.numerator, other.denominator
    x, y = self.as_integer_ratio()
    left, right = x * d, n * y
    # a number that compares with self as the fraction does
    if left == right:
        return self
    return make(0, 0, 0, INF) if right > left else make(1, 0, 0, INF)


def _comparable(self, other, equality):
    if isinstance(other, Decimal):
        return other
    if isinstance(other, int):
        return operand(other)
    if isinstance(other, float):
        context = getcontext()
        if equality:
            set_slot(context, "_flags", context._flags | FLOAT)
        else:
            note(context, FLOAT)
        return of_float(other)
    if hasattr(other, "numerator") and hasattr(other, "denominator"):
        return _of_fraction(self, other)
    if equality and isinstance(other, complex) and other.imag == 0:
        return of_float(other.real)
    return None


def _order(test):
    def method(self, other):
        other = _comparable(self, other, False)
        if other is None:
            return NotImplemented
        if self._kind >= QNAN or other._kind >= QNAN:
            note(getcontext(), INVALID)
            return False
        return test(compare(self, other))
    return method


@_named
class Decimal:
    """A number of decimal digits."""

    __slots__ = "_sign", "_coefficient", "_exponent", "_kind"

    def __sizeof__(self):
        # CPython's size without the collector's head, which sys.getsizeof() adds; the coefficient lies
        # in words of 19 digits, of which four have room inside
        words = (count_digits(self._coefficient) + 18) // 19
        return (104 if _version >= (3, 13) else 88) + (words * 8 if words > 4 else 0)

    def __new__(cls, value="0", context=None):
        d = exactly(value, context_of(context))
        if type(d) is cls:
            return d
        return make(d._sign, d._coefficient, d._exponent, d._kind, cls)

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float."""
        d = of_number(f)
        return d if cls is Decimal else cls(d)

    # ---- text ----

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self):
        return number_text(self, False, getcontext().capitals)

    def to_eng_string(self, context=None):
        """The text with an exponent that is a multiple of three."""
        return number_text(self, True, context_of(context).capitals)

    def __format__(self, spec, override=None):
        return formatted(self, spec, getcontext())

    def as_tuple(self):
        """Sign, digits and exponent."""
        if self._kind == INF:
            return DecimalTuple(self._sign, (0,), "F")
        digits = tuple(map(int, digit_text(self._coefficient)))
        if self._kind:
            return DecimalTuple(self._sign, digits if self._coefficient else (),
                                "n" if self._kind == QNAN else "N")
        return DecimalTuple(self._sign, digits, self._exponent)

    # ---- as other numbers ----

    def as_integer_ratio(self):
        """Two ints whose ratio this is."""
        if self._kind:
            if self._kind == INF:
                raise OverflowError("cannot convert Infinity to integer ratio")
            raise ValueError("cannot convert NaN to integer ratio")
        n, e = self._coefficient, self._exponent
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
        return (-n if self._sign else n), d

    def __int__(self):
        if self._kind:
            if self._kind == INF:
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        if self._exponent >= 0:
            n = self._coefficient * 10 ** self._exponent
        elif -self._exponent > count_digits(self._coefficient):
            n = 0
        else:
            n = self._coefficient // 10 ** -self._exponent
        return -n if self._sign else n

    __trunc__ = __int__

    def _to_whole(self, rounding):
        if self._kind:
            return int(self)
        return int(rescaled(self, 0, rounding)[0]) if self._exponent < 0 else int(self)

    def __floor__(self):
        return self._to_whole(ROUND_FLOOR)

    def __ceil__(self):
        return self._to_whole(ROUND_CEILING)

    def __round__(self, n=None):
        if n is None:
            return self._to_whole(ROUND_HALF_EVEN)
        if not isinstance(n, int):
            raise TypeError("optional arg must be an integer")
        return quantize(self, make(0, 1, -n), getcontext())

    def __float__(self):
        if self._kind == SNAN:
            raise ValueError("cannot convert signaling NaN to float")
        if self._kind == QNAN:
            return float("-nan" if self._sign else "nan")
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    def __bool__(self):
        return bool(self._kind or self._coefficient)

    def __hash__(self):
        if self._kind:
            if self._kind == SNAN:
                raise TypeError("Cannot hash a signaling NaN value")
            if self._kind == QNAN:
                return object.__hash__(self)
            return -314159 if self._sign else 314159
        modulus = 2 ** 61 - 1
        value = self._coefficient * pow(10, self._exponent, modulus) % modulus
        value = -value if self._sign else value
        return -2 if value == -1 else value

    real = property(lambda self: self)
    imag = property(lambda self: make(0, 0, 0))

    def conjugate(self):
        return self

    # ---- arithmetic ----

    __add__ = _binary(add)
    __radd__ = _reflected(add)
    __sub__ = _binary(subtract)
    __rsub__ = _reflected(subtract)
    __mul__ = _binary(multiply)
    __rmul__ = _reflected(multiply)
    __truediv__ = _binary(divide)
    __rtruediv__ = _reflected(divide)
    __floordiv__ = _binary(divide_floor)
    __rfloordiv__ = _reflected(divide_floor)
    __mod__ = _binary(remainder)
    __rmod__ = _reflected(remainder)
    __divmod__ = _binary(divide_whole)
    __rdivmod__ = _reflected(divide_whole)
    __rpow__ = _reflected(power)

    def __pow__(self, other, modulus=None):
        other = operand(other)
        if other is None:
            return NotImplemented
        if modulus is None:
            return power(self, other, getcontext())
        modulus = operand(modulus)
        return NotImplemented if modulus is None else power_modulo(self, other, modulus, getcontext())

    def __neg__(self):
        return negated(self, getcontext())

    def __pos__(self):
        return plus(self, getcontext())

    def __abs__(self):
        return absolute(self, getcontext())

    # ---- comparing ----

    def __eq__(self, other):
        other = _comparable(self, other, True)
        if other is None:
            return NotImplemented
        if self._kind >= QNAN or other._kind >= QNAN:
            if self._kind == SNAN or other._kind == SNAN:
                note(getcontext(), INVALID)
            return False
        return compare(self, other) == 0

    __lt__ = _order(lambda order: order < 0)
    __le__ = _order(lambda order: order <= 0)
    __gt__ = _order(lambda order: order > 0)
    __ge__ = _order(lambda order: order >= 0)

    def compare(self, other, context=None):
        """-1, 0 or 1 as a Decimal."""
        return compare_decimal(self, argument(other), context_of(context))

    def compare_signal(self, other, context=None):
        """The same; a NaN signals."""
        other, context = argument(other), context_of(context)
        if self._kind >= QNAN or other._kind >= QNAN:
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

    # ---- more of the specification ----

    def quantize(self, exp, rounding=None, context=None):
        """This number with the exponent of another."""
        context = context_of(context)
        return quantize(self, argument(exp), context, check_rounding(rounding))

    normalize = _unary_method(normalized)
    sqrt = _unary_method(sqrt)
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
        if self._kind or other._kind:
            product = multiply(self, other, context)
        else:
            product = make(self._sign ^ other._sign, self._coefficient * other._coefficient,
                            self._exponent + other._exponent)
        return add(product, third, context)

    def to_integral_value(self, rounding=None, context=None):
        """The nearest whole number."""
        return to_integral(self, context_of(context), check_rounding(rounding), False)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """The same; it is noted if digits are lost."""
        return to_integral(self, context_of(context), check_rounding(rounding), True)

    def adjusted(self):
        """The exponent that the first digit has."""
        return 0 if self._kind else self._exponent + count_digits(self._coefficient) - 1

    def canonical(self):
        return self

    def copy_abs(self):
        """This number without its sign."""
        return make(0, self._coefficient, self._exponent, self._kind)

    def copy_negate(self):
        """This number with the other sign."""
        return make(1 - self._sign, self._coefficient, self._exponent, self._kind)

    def copy_sign(self, other, context=None):
        """This number with another's sign."""
        return make(argument(other)._sign, self._coefficient, self._exponent, self._kind)

    def is_canonical(self):
        return True

    def is_finite(self):
        return self._kind == FINITE

    def is_infinite(self):
        return self._kind == INF

    def is_nan(self):
        return self._kind >= QNAN

    def is_qnan(self):
        return self._kind == QNAN

    def is_snan(self):
        return self._kind == SNAN

    def is_signed(self):
        return bool(self._sign)

    def is_zero(self):
        return is_zero(self)

    def is_normal(self, context=None):
        return bool(not self._kind and self._coefficient and self.adjusted() >= context_of(context).Emin)

    def is_subnormal(self, context=None):
        return bool(not self._kind and self._coefficient and self.adjusted() < context_of(context).Emin)

    def number_class(self, context=None):
        """What kind of number this is, as a text."""
        if self._kind >= QNAN:
            return "NaN" if self._kind == QNAN else "sNaN"
        sign = "-" if self._sign else "+"
        if self._kind:
            return sign + "Infinity"
        if not self._coefficient:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def same_quantum(self, other, context=None):
        """Do both have the same exponent?"""
        other = argument(other)
        if self._kind or other._kind:
            return min(self._kind, QNAN) == min(other._kind, QNAN)
        return self._exponent == other._exponent

    def radix(self):
        return make(0, 10, 0)

    def _missing(name):
        def method(self, *args, **kw):
            _refuse(f"decimal.Decimal.{name}")
        return method

    for _name in ("logical_and", "logical_or", "logical_xor", "logical_invert", "rotate", "shift"):
        locals()[_name] = _missing(_name)
    del _name, _missing

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __setattr__(self, name, value):
        if name in ("real", "imag"):
            raise AttributeError(f"attribute '{name}' of 'decimal.Decimal' objects is not writable")
        object.__setattr__(self, name, value)


meet_decimal(Decimal)
_Number.register(Decimal)
