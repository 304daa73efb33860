# decimal: numbers of decimal digits, by the General Decimal Arithmetic Specification.
#
# A Decimal is a sign, a coefficient (an int, never negative) and an exponent; or an infinity, or a
# NaN, whose payload is the coefficient.  Every operation makes its result as exactly as is needed to
# round it once, and hands it to _finish, which rounds it into the context and notes the conditions
# that arose as bits of one int; the signals among them that the context traps are raised.

from _library import index as _index, named_with_module as _named
from _machine import refuse as _refuse
from collections import namedtuple as _namedtuple
from math import isqrt as _isqrt
from sys import version_info as _version

ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
_ROUNDINGS = (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN,
              ROUND_HALF_EVEN, ROUND_05UP)
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997
HAVE_THREADS = HAVE_CONTEXTVAR = True
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")

# ---- conditions and signals ----------------------------------------------------------------------


class DecimalException(ArithmeticError):
    """What all signals are."""


class Clamped(DecimalException):
    """An exponent was changed to fit."""


class InvalidOperation(DecimalException):
    """There is no such result."""


class ConversionSyntax(InvalidOperation):
    """A text that is no number."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A number that is not zero, divided by zero."""


class DivisionImpossible(InvalidOperation):
    """A quotient of too many digits."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Zero divided by zero."""


class InvalidContext(InvalidOperation):
    """A context that cannot be."""


class Rounded(DecimalException):
    """Digits were dropped, be they zeros."""


class Inexact(DecimalException):
    """Digits that are not zero were dropped."""


class Subnormal(DecimalException):
    """The exponent was below Emin before rounding."""


class Overflow(Inexact, Rounded):
    """The result is too large."""


class Underflow(Inexact, Rounded, Subnormal):
    """The result was rounded to a subnormal number or zero."""


class FloatOperation(DecimalException, TypeError):
    """A float was mixed with a Decimal."""


for _c in (ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext):
    _c.__module__ = "decimal"

_INVALID, _SYNTAX, _IMPOSSIBLE, _UNDEFINED, _BAD_CONTEXT = 1, 2, 4, 8, 16
_FLOAT, _ZERO, _OVERFLOW, _UNDERFLOW, _SUBNORMAL, _INEXACT, _ROUNDED, _CLAMPED = (
    32, 64, 128, 256, 512, 1024, 2048, 4096)
_ANY_INVALID = _INVALID | _SYNTAX | _IMPOSSIBLE | _UNDEFINED | _BAD_CONTEXT
_CONDITIONS = ((_INVALID, InvalidOperation), (_SYNTAX, ConversionSyntax),
               (_IMPOSSIBLE, DivisionImpossible), (_UNDEFINED, DivisionUndefined),
               (_BAD_CONTEXT, InvalidContext))
_SIGNALS = ((_ANY_INVALID, InvalidOperation), (_FLOAT, FloatOperation), (_ZERO, DivisionByZero),
            (_OVERFLOW, Overflow), (_UNDERFLOW, Underflow), (_SUBNORMAL, Subnormal),
            (_INEXACT, Inexact), (_ROUNDED, Rounded), (_CLAMPED, Clamped))
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded,
          Subnormal, Underflow)
_BIT = {signal: bit for bit, signal in _SIGNALS}

_BAD_SIGNAL = ("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
               "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")
_BAD_ROUNDING = ("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                 "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")


class SignalDict:
    """Which signals are on: a view of a context's flags or traps."""

    __slots__ = "_context", "_name"

    def __init__(self, context, name):
        self._context = context
        self._name = name

    def _bits(self):
        return getattr(self._context, self._name)

    def __getitem__(self, signal):
        if signal not in _BIT:
            raise KeyError(_BAD_SIGNAL)
        return bool(self._bits() & _BIT[signal])

    def __setitem__(self, signal, value):
        if signal not in _BIT:
            raise KeyError(_BAD_SIGNAL)
        bits = self._bits() & ~_BIT[signal]
        object.__setattr__(self._context, self._name, bits | _BIT[signal] if value else bits)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(_BIT)

    def __len__(self):
        return len(_BIT)

    def __contains__(self, signal):
        return signal in _BIT

    def keys(self):
        return [signal for signal in _BIT]

    def values(self):
        return [self[signal] for signal in _BIT]

    def items(self):
        return [(signal, self[signal]) for signal in _BIT]

    def get(self, signal, default=None):
        return self[signal] if signal in _BIT else default

    def copy(self):
        return dict(self.items())

    def update(self, other):
        for signal in other:
            self[signal] = other[signal]

    def __eq__(self, other):
        if isinstance(other, SignalDict):
            return dict(self.items()) == dict(other.items())
        return dict(self.items()) == other if isinstance(other, dict) else NotImplemented

    def __repr__(self):
        return "{" + ", ".join(f"{signal}:{on}" for signal, on in self.items()) + "}"


def _signal_bits(signals):
    bits = 0
    if isinstance(signals, (dict, SignalDict)):
        signals = [signal for signal in signals if signals[signal]]
    for signal in signals:
        if signal not in _BIT:
            raise KeyError(_BAD_SIGNAL)
        bits |= _BIT[signal]
    return bits


def _note(context, status):
    """Sets the flags of these conditions, and raises the first that is trapped."""
    if not status:
        return
    flags = status | (_ANY_INVALID if status & _ANY_INVALID else 0)
    _set(context, "_flags", context._flags | flags)
    trapped = status & context._traps
    if trapped:
        listed = [c for bit, c in _CONDITIONS if trapped & bit]
        listed += [signal for bit, signal in _SIGNALS[1:] if trapped & bit]
        for bit, signal in _SIGNALS:
            if trapped & bit:
                raise signal(listed)


_set = object.__setattr__

# ---- digits --------------------------------------------------------------------------------------


def _count_digits(n):
    if n < 1_000_000_000_000_000:
        return len(str(n))
    guess = int((n.bit_length() - 1) * 0.30102999566398120)
    return guess + (n >= 10 ** guess) + (n >= 10 ** (guess + 1))


def _digit_text(n):
    # str(n), of any length
    if n.bit_length() < 10000:
        return str(n)
    half = _count_digits(n) // 2
    high, low = divmod(n, 10 ** half)
    return _digit_text(high) + _digit_text(low).zfill(half)


def _drop(coefficient, places, rounding, negative):
    """The coefficient without its last digits, and whether something was lost."""
    unit = 10 ** places
    q, rest = divmod(coefficient, unit)
    if not rest:
        return q, False
    twice = 2 * rest
    if rounding == ROUND_HALF_EVEN:
        up = twice > unit or (twice == unit and q & 1)
    elif rounding == ROUND_HALF_UP:
        up = twice >= unit
    elif rounding == ROUND_HALF_DOWN:
        up = twice > unit
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_CEILING:
        up = not negative
    elif rounding == ROUND_FLOOR:
        up = negative
    else:
        up = q % 5 == 0
    return q + 1 if up else q, True


# ---- making numbers ------------------------------------------------------------------------------

_FINITE, _INF, _QNAN, _SNAN = 0, 1, 2, 3


def _make(sign, coefficient, exponent, kind=_FINITE, cls=None):
    self = object.__new__(cls or Decimal)
    _set(self, "_sign", sign)
    _set(self, "_coefficient", coefficient)
    _set(self, "_exponent", exponent)
    _set(self, "_kind", kind)
    return self


def _invalid(context, condition=_INVALID):
    _note(context, condition)
    return _make(0, 0, 0, _QNAN)


def _overflowed(sign, context):
    rounding = context.rounding
    if (rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_UP)
            or (rounding == ROUND_CEILING and not sign) or (rounding == ROUND_FLOOR and sign)):
        return _make(sign, 0, 0, _INF)
    return _make(sign, 10 ** context.prec - 1, context.Emax - context.prec + 1)


def _rounded(sign, coefficient, exponent, context, status=0):
    """The number in the context, and the conditions of getting it there."""
    prec = context.prec
    tiny = context.Emin - prec + 1
    top = context.Emax - prec + 1
    if not coefficient:
        most = top if context.clamp else context.Emax
        fitted = min(max(exponent, tiny), most)
        return _make(sign, 0, fitted), status | (_CLAMPED if fitted != exponent else 0)
    least = _count_digits(coefficient) + exponent - prec
    if least > top:
        return _overflowed(sign, context), status | _OVERFLOW | _INEXACT | _ROUNDED
    subnormal = least < tiny
    if subnormal:
        least = tiny
    if exponent < least:
        coefficient, inexact = _drop(coefficient, least - exponent, context.rounding, sign)
        exponent = least
        if coefficient >= 10 ** prec:
            coefficient //= 10
            exponent += 1
        if exponent > top:
            return _overflowed(sign, context), status | _OVERFLOW | _INEXACT | _ROUNDED
        status |= _ROUNDED
        if inexact:
            status |= _INEXACT | (_UNDERFLOW if subnormal else 0)
        if subnormal:
            status |= _SUBNORMAL
            if not coefficient:
                status |= _CLAMPED
        return _make(sign, coefficient, exponent), status
    if subnormal and _count_digits(coefficient) + exponent - 1 < context.Emin:
        status |= _SUBNORMAL
    if context.clamp and exponent > top:
        coefficient *= 10 ** (exponent - top)
        exponent = top
        status |= _CLAMPED
    return _make(sign, coefficient, exponent), status


def _finish(sign, coefficient, exponent, context, status=0):
    result, status = _rounded(sign, coefficient, exponent, context, status)
    _note(context, status)
    return result


def _finish_decimal(d, context):
    if d._kind == _FINITE:
        return _finish(d._sign, d._coefficient, d._exponent, context)
    return d


def _nan_of(context, *operands):
    """The NaN that comes of operands of which one is a NaN; None if none is."""
    for kind in (_SNAN, _QNAN):
        for d in operands:
            if d._kind == kind:
                if kind == _SNAN:
                    _note(context, _INVALID)
                payload = d._coefficient % 10 ** (context.prec - context.clamp)
                return _make(d._sign, payload, 0, _QNAN)
    return None


def _parse(text):
    # sign, coefficient, exponent, kind of a numeric text; None if it is none
    text = text.strip().replace("_", "")
    sign = 0
    if text[:1] in ("+", "-"):
        sign = int(text[0] == "-")
        text = text[1:]
    lower = text.lower()
    if lower in ("inf", "infinity"):
        return sign, 0, 0, _INF
    for prefix, kind in (("nan", _QNAN), ("snan", _SNAN)):
        if lower.startswith(prefix):
            payload = lower[len(prefix):]
            if payload and not payload.isdecimal():
                return None
            return sign, _to_int(payload), 0, kind
    mantissa, has_exponent, tail = lower.partition("e")
    exponent = 0
    if has_exponent:
        digits = tail[1:] if tail[:1] in ("+", "-") else tail
        if not digits.isdecimal():
            return None
        exponent = -_to_int(digits) if tail[0] == "-" else _to_int(digits)
    whole, _, part = mantissa.partition(".")
    if not (whole + part).isdecimal():
        return None
    return sign, _to_int(whole + part), exponent - len(part), _FINITE


def _to_int(digits):
    if len(digits) <= 4000:
        return int(digits or "0")
    half = len(digits) // 2
    return _to_int(digits[:half]) * 10 ** (len(digits) - half) + _to_int(digits[half:])


def _of_float(value):
    if value != value:
        return _make(0, 0, 0, _QNAN)
    if value in (float("inf"), -float("inf")):
        return _make(int(value < 0), 0, 0, _INF)
    n, d = abs(value).as_integer_ratio()
    k = d.bit_length() - 1
    negative = value < 0 or (value == 0 and str(value)[0] == "-")
    return _make(int(negative), n * 5 ** k, -k)


def _of_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    kinds = {"F": _INF, "n": _QNAN, "N": _SNAN}
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
        return _make(sign, 0 if exponent == "F" else coefficient, 0, kinds[exponent])
    return _make(sign, coefficient, exponent)


def _exactly(value, context):
    """Decimal(value): nothing is rounded."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _make(int(value < 0), abs(int(value)), 0)
    if isinstance(value, str):
        fields = _parse(value)
        if fields is None:
            return _invalid(context, _SYNTAX)
        sign, coefficient, exponent, kind = fields
        if kind == _FINITE and not MIN_ETINY <= exponent <= MAX_EMAX:
            return _invalid(context)
        return _make(sign, coefficient, exponent, kind)
    if isinstance(value, float):
        _note(context, _FLOAT)
        return _of_float(value)
    if isinstance(value, (tuple, list)):
        return _of_tuple(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _operand(value):
    # what stands beside a Decimal; None for what does not mix with one
    if isinstance(value, Decimal):
        return value
    return _make(int(value < 0), abs(int(value)), 0) if isinstance(value, int) else None


def _argument(value):
    d = _operand(value)
    if d is None:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return d


def _context(context):
    if context is None:
        return getcontext()
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    return context


# ---- the operations ------------------------------------------------------------------------------

def _add(a, b, context, subtract=False):
    nan = _nan_of(context, a, b)
    if nan is not None:
        return nan
    sign_b = b._sign ^ subtract
    if a._kind or b._kind:
        if a._kind and b._kind and a._sign != sign_b:
            return _invalid(context)
        return _make(a._sign if a._kind else sign_b, 0, 0, _INF)
    x, y = a._coefficient, b._coefficient
    ex, ey = a._exponent, b._exponent
    exponent = min(ex, ey)
    if not x and not y:
        negative = (a._sign and sign_b) or (a._sign != sign_b and context.rounding == ROUND_FLOOR)
        return _finish(int(negative), 0, exponent, context)
    if not x or not y:
        sign, coefficient, own = (sign_b, y, ey) if not x else (a._sign, x, ex)
        # the zero's exponent counts as far as there is room for zeros
        room = max(exponent, own - max(0, context.prec - _count_digits(coefficient)) - 1)
        return _finish(sign, coefficient * 10 ** (own - room), room, context)
    if ex != ey:
        # what lies far below the other's digits only decides how these are rounded
        if ex < ey:
            small, small_e, large, large_e = x, ex, y, ey
        else:
            small, small_e, large, large_e = y, ey, x, ex
        lowest = large_e + min(-1, _count_digits(large) - context.prec - 2)
        if _count_digits(small) + small_e - 1 < lowest:
            small, small_e = 1, lowest
        large *= 10 ** (large_e - small_e)
        exponent = small_e
        x, y = (small, large) if ex < ey else (large, small)
    total = (-x if a._sign else x) + (-y if sign_b else y)
    if not total:
        return _finish(int(context.rounding == ROUND_FLOOR), 0, exponent, context)
    return _finish(int(total < 0), abs(total), exponent, context)


def _multiply(a, b, context):
    nan = _nan_of(context, a, b)
    if nan is not None:
        return nan
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        if _is_zero(a) or _is_zero(b):
            return _invalid(context)
        return _make(sign, 0, 0, _INF)
    return _finish(sign, a._coefficient * b._coefficient, a._exponent + b._exponent, context)


def _is_zero(d):
    return d._kind == _FINITE and not d._coefficient


def _divide(a, b, context):
    nan = _nan_of(context, a, b)
    if nan is not None:
        return nan
    sign = a._sign ^ b._sign
    if a._kind:
        return _invalid(context) if b._kind else _make(sign, 0, 0, _INF)
    if b._kind:
        return _finish(sign, 0, context.Emin - context.prec + 1, context, _CLAMPED)
    if not b._coefficient:
        if not a._coefficient:
            return _invalid(context, _UNDEFINED)
        _note(context, _ZERO)
        return _make(sign, 0, 0, _INF)
    ideal = a._exponent - b._exponent
    if not a._coefficient:
        return _finish(sign, 0, ideal, context)
    shift = _count_digits(b._coefficient) - _count_digits(a._coefficient) + context.prec + 1
    exponent = ideal - shift
    if shift >= 0:
        q, rest = divmod(a._coefficient * 10 ** shift, b._coefficient)
    else:
        q, rest = divmod(a._coefficient, b._coefficient * 10 ** -shift)
    if rest:
        if q % 5 == 0:
            q += 1
    else:
        while exponent < ideal and q % 10 == 0:
            q //= 10
            exponent += 1
    return _finish(sign, q, exponent, context)


def _whole_quotient(a, b, context):
    # |a| // |b|, and what remains of |a|; None if that takes more digits than there are
    exponent = min(a._exponent, b._exponent)
    gap = (_count_digits(a._coefficient) + a._exponent) - (_count_digits(b._coefficient) + b._exponent)
    if gap > context.prec and a._coefficient:
        return None
    if not a._coefficient:
        return 0, 0, exponent
    if gap <= -2:
        room = a._coefficient * 10 ** (a._exponent - exponent) if a._exponent - exponent < 4 * context.prec else None
        return 0, room, exponent
    q, rest = divmod(a._coefficient * 10 ** (a._exponent - exponent),
                     b._coefficient * 10 ** (b._exponent - exponent))
    return None if q >= 10 ** context.prec else (q, rest, exponent)


def _divmod(a, b, context):
    nan = _nan_of(context, a, b)
    if nan is not None:
        return nan, nan
    sign = a._sign ^ b._sign
    if a._kind:
        if b._kind:
            nan = _invalid(context)
            return nan, nan
        nan = _invalid(context)
        return _make(sign, 0, 0, _INF), nan
    if b._kind == _FINITE and not b._coefficient:
        if not a._coefficient:
            nan = _invalid(context, _UNDEFINED)
            return nan, nan
        nan = _invalid(context, _INVALID | _ZERO)
        return _make(sign, 0, 0, _INF), nan
    if b._kind:
        return _finish(sign, 0, 0, context), _finish_decimal(a, context)
    parts = _whole_quotient(a, b, context)
    if parts is None:
        nan = _invalid(context, _IMPOSSIBLE)
        return nan, nan
    q, rest, exponent = parts
    if rest is None:
        return _finish(sign, 0, 0, context), _finish_decimal(a, context)
    return _finish(sign, q, 0, context), _finish(a._sign, rest, exponent, context)


def _floor_divide(a, b, context):
    nan = _nan_of(context, a, b)
    if nan is not None:
        return nan
    sign = a._sign ^ b._sign
    if a._kind:
        return _invalid(context) if b._kind else _make(sign, 0, 0, _INF)
    if b._kind:
        return _finish(sign, 0, 0, context)
    if not b._coefficient:
        if not a._coefficient:
            return _invalid(context, _UNDEFINED)
        _note(context, _ZERO)
        return _make(sign, 0, 0, _INF)
    parts = _whole_quotient(a, b, context)
    return _invalid(context, _IMPOSSIBLE) if parts is None else _finish(sign, parts[0], 0, context)


def _remainder(a, b, context):
    nan = _nan_of(context, a, b)
    if nan is not None:
        return nan
    if a._kind:
        return _invalid(context)
    if b._kind:
        return _finish_decimal(a, context)
    if not b._coefficient:
        return _invalid(context, _INVALID if a._coefficient else _UNDEFINED)
    parts = _whole_quotient(a, b, context)
    if parts is None:
        return _invalid(context, _IMPOSSIBLE)
    if parts[1] is None:
        return _finish_decimal(a, context)
    return _finish(a._sign, parts[1], parts[2], context)


def _compare(a, b):
    # -1, 0, 1 of numbers that are not NaN
    if a._kind or b._kind:
        x = (-1 if a._sign else 1) if a._kind else 0
        y = (-1 if b._sign else 1) if b._kind else 0
        return (x > y) - (x < y)
    if not a._coefficient or not b._coefficient:
        x = 0 if not a._coefficient else -1 if a._sign else 1
        y = 0 if not b._coefficient else -1 if b._sign else 1
        return (x > y) - (x < y)
    if a._sign != b._sign:
        return -1 if a._sign else 1
    up = -1 if a._sign else 1
    x, y = a.adjusted(), b.adjusted()
    if x != y:
        return up if x > y else -up
    exponent = min(a._exponent, b._exponent)
    x = a._coefficient * 10 ** (a._exponent - exponent)
    y = b._coefficient * 10 ** (b._exponent - exponent)
    return up if x > y else -up if x < y else 0


# ---- roots, powers, logarithms -------------------------------------------------------------------
#
# Numbers of fixed point: an int that counts units of 10**-places.  Each function gives its result to
# within a few of the last units; _correctly asks for more places until rounding is certain.

def _fixed_exp(x, places):
    # e**x; x is halved until it is small, its series summed, the sum squared again
    extra = 10 + len(str(abs(x) // 10 ** places + 1))
    halvings = max(0, (abs(x) // 10 ** places).bit_length() + 8)
    work = places + extra + halvings // 3 + 5
    unit = 10 ** work
    x = x * 10 ** (work - places) >> halvings
    total = term = unit
    n = 1
    while term:
        term = term * x // unit // n
        total += term
        n += 1
        if term in (0, -1):
            break
    for _ in range(halvings):
        total = total * total // unit
    return total // 10 ** (work - places)


def _fixed_ln(n, d, places):
    # ln(n / d): square roots bring it near to 1, then the series of artanh
    work = places + 20
    unit = 10 ** work
    x = n * unit // d
    roots = 0
    while abs(x - unit) * 50 > unit:
        x = _isqrt(x * unit)
        roots += 1
    z = (x - unit) * unit // (x + unit)
    square = z * z // unit
    total, term, k = 0, z, 1
    while term not in (0, -1):
        total += term // k
        term = term * square // unit
        k += 2
    return (2 * total << roots) // 10 ** (work - places)


_ln10 = {}


def _fixed_ln10(places):
    if places not in _ln10:
        _ln10[places] = _fixed_ln(10, 1, places)
    return _ln10[places]


def _correctly(approximate, context, negative):
    """approximate(places): a fixed-point value to within 100 units; rounded as if it were exact."""
    places = context.prec + 10
    while True:
        value = abs(approximate(places))
        digits = _count_digits(value)
        if digits >= context.prec + 6:
            cut = digits - context.prec - 1
            low, rest = divmod(value, 10 ** cut)
            if 100 < rest < 10 ** cut - 100 or places > 20 * context.prec + 2000:
                # not exact, so a last digit of 0 or 5 must not look so
                return _finish(negative, low + (low % 5 == 0), cut - places, context)
        places += max(10, context.prec + 8 - digits)


def _half_even(operation):
    # these round half to even, whatever the context says
    def rounded(d, context):
        if context.rounding == ROUND_HALF_EVEN:
            return operation(d, context)
        work = context.copy()
        work.rounding = ROUND_HALF_EVEN
        work.clear_flags()
        work.clear_traps()
        result = operation(d, work)
        status = work._flags
        _note(context, status & ~_ANY_INVALID | _INVALID if status & _ANY_INVALID else status)
        return result
    return rounded


@_half_even
def _sqrt(d, context):
    nan = _nan_of(context, d)
    if nan is not None:
        return nan
    if _is_zero(d):
        return _finish(d._sign, 0, d._exponent // 2, context)
    if d._sign:
        return _invalid(context)
    if d._kind:
        return d
    ideal = d._exponent // 2
    coefficient, exponent = d._coefficient, d._exponent
    if exponent & 1:
        coefficient *= 10
        exponent -= 1
    digits = (_count_digits(coefficient) + 1) // 2
    shift = max(0, context.prec + 1 - digits)
    coefficient *= 100 ** shift
    root = _isqrt(coefficient)
    exponent = exponent // 2 - shift
    if root * root == coefficient:
        while exponent < ideal and root % 10 == 0:
            root //= 10
            exponent += 1
    elif root % 5 == 0:
        root += 1
    return _finish(0, root, exponent, context)


@_half_even
def _exp(d, context):
    nan = _nan_of(context, d)
    if nan is not None:
        return nan
    if d._kind:
        return _make(0, 0, 0) if d._sign else d
    if not d._coefficient:
        return _make(0, 1, 0)
    if d.adjusted() > len(str((max(context.Emax, -context.Emin) + 1) * 3)):
        if d._sign:
            return _finish(0, 1, context.Emin - context.prec - 5, context)
        return _finish(0, 1, context.Emax + 1, context)
    if d.adjusted() < -context.prec - 2:
        tiny = 10 ** (context.prec + 2)
        return _finish(0, tiny + (-1 if d._sign else 1), -context.prec - 2, context)

    # e**x = 10**k * e**r, with r = x - k ln 10
    def approximate(places):
        work = places + 10 + max(0, d.adjusted())
        x = _scaled(d, work)
        ln10 = _fixed_ln10(work)
        k, r = divmod(x, ln10)
        shift[0] = k
        return _fixed_exp(r // 10 ** (work - places), places)

    shift = [0]
    wide = context.copy()
    wide.Emax, wide.Emin, wide.clamp = MAX_EMAX, MIN_EMIN, 0
    wide.clear_traps()
    result = _correctly(approximate, wide, 0)
    return _finish(0, result._coefficient, result._exponent + shift[0], context, _INEXACT | _ROUNDED)


def _scaled(d, places):
    # a finite number as fixed point, cut
    shift = d._exponent + places
    value = d._coefficient * 10 ** shift if shift >= 0 else d._coefficient // 10 ** -shift
    return -value if d._sign else value


@_half_even
def _ln(d, context):
    nan = _nan_of(context, d)
    if nan is not None:
        return nan
    if _is_zero(d):
        return _make(1, 0, 0, _INF)
    if d._sign:
        return _invalid(context)
    if d._kind:
        return d
    if d == 1:
        return _make(0, 0, 0)
    return _correctly(lambda places: _fixed_log(d, places), context, int(d < 1))


def _fixed_log(d, places):
    digits = _count_digits(d._coefficient)
    k = digits + d._exponent - 1
    if k == -1:  # just below 1: nothing is to cancel
        return _fixed_ln(d._coefficient, 10 ** -d._exponent, places)
    return (_fixed_ln(d._coefficient, 10 ** (digits - 1), places + 5)
            + k * _fixed_ln10(places + 5)) // 10 ** 5


@_half_even
def _log10(d, context):
    nan = _nan_of(context, d)
    if nan is not None:
        return nan
    if _is_zero(d):
        return _make(1, 0, 0, _INF)
    if d._sign:
        return _invalid(context)
    if d._kind:
        return d
    digits = _count_digits(d._coefficient)
    if d._coefficient == 10 ** (digits - 1):
        k = digits + d._exponent - 1
        return _finish(int(k < 0), abs(k), 0, context)

    def approximate(places):
        return _fixed_log(d, places + 10) * 10 ** (places + 10) // _fixed_ln10(places + 10) // 10 ** 10
    return _correctly(approximate, context, int(d < 1))


def _is_whole(d):
    if d._exponent >= 0 or not d._coefficient:
        return True
    return d._coefficient % 10 ** min(-d._exponent, _count_digits(d._coefficient) + 1) == 0


def _power(a, b, context):
    nan = _nan_of(context, a, b)
    if nan is not None:
        return nan
    whole = b._kind == _FINITE and _is_whole(b)
    if _is_zero(b):
        return _invalid(context) if _is_zero(a) else _make(0, 1, 0)
    odd = whole and b._exponent <= 0 and int(abs(b)) & 1
    sign = int(bool(a._sign and odd))
    if a._sign and not whole:
        if _is_zero(a):
            return _make(0, 0, 0, _INF) if b._sign else _finish(0, 0, 0, context)
        if b._kind == _FINITE or a._kind == _FINITE and a != -1 and True:
            return _invalid(context)
    if _is_zero(a):
        return _make(sign, 0, 0, _INF) if b._sign else _make(sign, 0, 0)
    if a._kind:
        return _make(sign, 0, 0) if b._sign else _make(sign, 0, 0, _INF)
    magnitude = abs(a)
    if b._kind:
        order = _compare(magnitude, _ONE)
        if order == 0:
            return _finish(0, 10 ** (context.prec - 1), -(context.prec - 1), context, _INEXACT | _ROUNDED)
        return _make(0, 0, 0) if (order > 0) == bool(b._sign) else _make(0, 0, 0, _INF)
    if _compare(magnitude, _ONE) == 0:
        if whole:
            exponent = a._exponent * int(abs(b)) if b._exponent <= 0 and abs(int(b)) < 10 ** 9 else 0
            exponent = max(exponent, 1 - context.prec) if not b._sign else max(1 - context.prec, exponent)
            return _make(sign, 10 ** -exponent if exponent < 0 else 1, min(exponent, 0))
        return _finish(0, 10 ** (context.prec - 1), 1 - context.prec, context, _INEXACT | _ROUNDED)
    if whole and b.adjusted() < 7:
        n = int(abs(b))
        if _count_digits(magnitude._coefficient) * n <= 60 * context.prec + 20000:
            return _whole_power(magnitude, n, b._sign, sign, context)
    return _real_power(magnitude, b, sign, context)


def _whole_power(a, n, inverse, sign, context):
    coefficient = a._coefficient ** n
    exponent = a._exponent * n
    if not inverse:
        return _finish(sign, coefficient, exponent, context)
    return _divide(_make(sign, 1, 0), _make(0, coefficient, exponent), context)


def _real_power(a, b, sign, context):
    wide = context.copy()
    wide.clear_traps()
    wide.Emax, wide.Emin, wide.clamp = MAX_EMAX, MIN_EMIN, 0
    shift = [0]
    estimate = _fixed_log(a, 20) * _scaled(b, 20) // 10 ** 20 // 10 ** 20
    if abs(estimate) > 3 * (max(context.Emax, -context.Emin) + context.prec) + 100:
        large = (estimate > 0)
        return _finish(sign, 1, context.Emax + 1 if large else context.Emin - context.prec - 5, context)
    size = len(str(abs(estimate))) + max(0, b.adjusted()) + 5

    def approximate(places):
        work = places + size
        x = _fixed_log(a, work) * b._coefficient
        x = x * 10 ** b._exponent if b._exponent >= 0 else x // 10 ** -b._exponent
        if b._sign:
            x = -x
        k, r = divmod(x, _fixed_ln10(work))
        shift[0] = k
        return _fixed_exp(r // 10 ** (work - places), places)

    exact = _exact_root_power(a, b, context)
    if exact is not None:
        return _finish(sign, *exact, context, _ROUNDED | _INEXACT)
    result = _correctly(approximate, wide, sign)
    return _finish(sign, result._coefficient, result._exponent + shift[0], context, _INEXACT | _ROUNDED)


def _whole_root(x, d):
    # the d-th root, rounded down, by Newton's method from above
    if d == 1 or x < 2:
        return x
    root = 1 << -(-x.bit_length() // d)
    while True:
        better = ((d - 1) * root + x // root ** (d - 1)) // d
        if better >= root:
            return root
        root = better


def _exact_root_power(a, b, context):
    # powers with b = n / d that come out even, padded with zeros as an inexact result would be
    b = b.normalize(Context(prec=max(context.prec, 50), traps=[]))
    n, d = b.as_integer_ratio()
    x, y = a.as_integer_ratio()
    if d > max(x.bit_length(), y.bit_length()) or abs(n) > 1000:
        return None
    rx, ry = _whole_root(x, d), _whole_root(y, d)
    if rx ** d != x or ry ** d != y:
        return None
    x, y = rx, ry
    if n < 0:
        x, y, n = y, x, -n
    wide = Context(prec=context.prec + 2, traps=[], rounding=ROUND_DOWN)
    value = _divide(_make(0, x ** n, 0), _make(0, y ** n, 0), wide)
    if value * (y ** n) != x ** n:
        return None
    pad = context.prec - _count_digits(value._coefficient)
    if pad < 0:
        return None
    return value._coefficient * 10 ** pad, value._exponent - pad


# ---- quantum -------------------------------------------------------------------------------------

def _rescaled(d, exponent, rounding):
    # a finite number with this exponent, and whether digits were lost
    shift = d._exponent - exponent
    if shift >= 0:
        return _make(d._sign, d._coefficient * 10 ** shift, exponent), False
    if -shift > _count_digits(d._coefficient) + 1:
        coefficient, inexact = _drop(1 if d._coefficient else 0, 2, rounding, d._sign)
    else:
        coefficient, inexact = _drop(d._coefficient, -shift, rounding, d._sign)
    return _make(d._sign, coefficient, exponent), inexact


def _quantize(a, b, context, rounding=None):
    rounding = context.rounding if rounding is None else rounding
    nan = _nan_of(context, a, b)
    if nan is not None:
        return nan
    if a._kind or b._kind:
        return a if a._kind and b._kind else _invalid(context)
    exponent = b._exponent
    if not context.Emin - context.prec + 1 <= exponent <= context.Emax:
        return _invalid(context)
    if not a._coefficient:
        return _finish(a._sign, 0, exponent, context)
    if a.adjusted() > context.Emax or a.adjusted() - exponent + 1 > context.prec:
        return _invalid(context)
    result, inexact = _rescaled(a, exponent, rounding)
    if result.adjusted() > context.Emax or _count_digits(result._coefficient) > context.prec:
        return _invalid(context)
    status = 0
    if exponent > a._exponent:
        status |= _ROUNDED | (_INEXACT if inexact else 0)
    return _finish(result._sign, result._coefficient, exponent, context, status)


def _to_integral(d, context, rounding, exact):
    nan = _nan_of(context, d)
    if nan is not None:
        return nan
    if d._kind or d._exponent >= 0:
        return d
    result, inexact = _rescaled(d, 0, context.rounding if rounding is None else rounding)
    if exact and d._coefficient:
        _note(context, _ROUNDED | (_INEXACT if inexact else 0))
    return result


def _check_rounding(rounding):
    if rounding is not None and rounding not in _ROUNDINGS:
        raise TypeError(_BAD_ROUNDING)
    return rounding


# ---- Decimal -------------------------------------------------------------------------------------

def _binary(operation):
    def method(self, other):
        other = _operand(other)
        return NotImplemented if other is None else operation(self, other, getcontext())
    return method


def _reflected(operation):
    def method(self, other):
        other = _operand(other)
        return NotImplemented if other is None else operation(other, self, getcontext())
    return method


def _subtract(a, b, context):
    return _add(a, b, context, True)


def _order(test):
    def method(self, other):
        other = _comparable(self, other, False)
        if other is None:
            return NotImplemented
        if self._kind >= _QNAN or other._kind >= _QNAN:
            _note(getcontext(), _INVALID)
            return False
        return test(_compare(self, other))
    return method


def _comparable(self, other, equality):
    if isinstance(other, Decimal):
        return other
    if isinstance(other, int):
        return _operand(other)
    if isinstance(other, float):
        context = getcontext()
        if equality:
            _set(context, "_flags", context._flags | _FLOAT)
        else:
            _note(context, _FLOAT)
        return _of_float(other)
    if hasattr(other, "numerator") and hasattr(other, "denominator"):
        return _of_fraction(self, other)
    if equality and isinstance(other, complex) and other.imag == 0:
        return _of_float(other.real)
    return None


def _of_fraction(self, other):
    # compares self * denominator with numerator: exact
    if self._kind:
        return _make(0, 0, 0)
    n, d = other.numerator, other.denominator
    x, y = self.as_integer_ratio()
    left, right = x * d, n * y
    # a number that compares with self as the fraction does
    if left == right:
        return self
    return _make(0, 0, 0, _INF) if right > left else _make(1, 0, 0, _INF)


def _unary_method(operation):
    def method(self, context=None):
        return operation(self, _context(context))
    return method


def _binary_method(operation):
    def method(self, other, context=None):
        return operation(self, _argument(other), _context(context))
    return method


@_named
class Decimal:
    """A number of decimal digits."""

    __slots__ = "_sign", "_coefficient", "_exponent", "_kind"

    def __sizeof__(self):
        # CPython's size without the collector's head, which sys.getsizeof() adds; the coefficient lies
        # in words of 19 digits, of which four have room inside
        words = (_count_digits(self._coefficient) + 18) // 19
        return (104 if _version >= (3, 13) else 88) + (words * 8 if words > 4 else 0)

    def __new__(cls, value="0", context=None):
        d = _exactly(value, _context(context))
        if type(d) is cls:
            return d
        return _make(d._sign, d._coefficient, d._exponent, d._kind, cls)

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float."""
        if isinstance(f, int):
            d = _make(int(f < 0), abs(int(f)), 0)
        elif isinstance(f, float):
            d = _of_float(f)
        else:
            raise TypeError("argument must be int or float")
        return d if cls is Decimal else cls(d)

    # ---- text ----

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self):
        return _text(self, False, getcontext().capitals)

    def to_eng_string(self, context=None):
        """The text with an exponent that is a multiple of three."""
        return _text(self, True, _context(context).capitals)

    def __format__(self, spec, override=None):
        return _format(self, spec)

    def as_tuple(self):
        """Sign, digits and exponent."""
        if self._kind == _INF:
            return DecimalTuple(self._sign, (0,), "F")
        digits = tuple(map(int, _digit_text(self._coefficient)))
        if self._kind:
            return DecimalTuple(self._sign, digits if self._coefficient else (),
                                "n" if self._kind == _QNAN else "N")
        return DecimalTuple(self._sign, digits, self._exponent)

    # ---- as other numbers ----

    def as_integer_ratio(self):
        """Two ints whose ratio this is."""
        if self._kind:
            if self._kind == _INF:
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
            if self._kind == _INF:
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        if self._exponent >= 0:
            n = self._coefficient * 10 ** self._exponent
        elif -self._exponent > _count_digits(self._coefficient):
            n = 0
        else:
            n = self._coefficient // 10 ** -self._exponent
        return -n if self._sign else n

    __trunc__ = __int__

    def _to_whole(self, rounding):
        if self._kind:
            return int(self)
        return int(_rescaled(self, 0, rounding)[0]) if self._exponent < 0 else int(self)

    def __floor__(self):
        return self._to_whole(ROUND_FLOOR)

    def __ceil__(self):
        return self._to_whole(ROUND_CEILING)

    def __round__(self, n=None):
        if n is None:
            return self._to_whole(ROUND_HALF_EVEN)
        if not isinstance(n, int):
            raise TypeError("optional arg must be an integer")
        return _quantize(self, _make(0, 1, -n), getcontext())

    def __float__(self):
        if self._kind == _SNAN:
            raise ValueError("cannot convert signaling NaN to float")
        if self._kind == _QNAN:
            return float("-nan" if self._sign else "nan")
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    def __bool__(self):
        return bool(self._kind or self._coefficient)

    def __hash__(self):
        if self._kind:
            if self._kind == _SNAN:
                raise TypeError("Cannot hash a signaling NaN value")
            if self._kind == _QNAN:
                return object.__hash__(self)
            return -314159 if self._sign else 314159
        modulus = 2 ** 61 - 1
        value = self._coefficient * pow(10, self._exponent, modulus) % modulus
        value = -value if self._sign else value
        return -2 if value == -1 else value

    real = property(lambda self: self)
    imag = property(lambda self: _make(0, 0, 0))

    def conjugate(self):
        return self

    # ---- arithmetic ----

    __add__ = _binary(_add)
    __radd__ = _reflected(_add)
    __sub__ = _binary(_subtract)
    __rsub__ = _reflected(_subtract)
    __mul__ = _binary(_multiply)
    __rmul__ = _reflected(_multiply)
    __truediv__ = _binary(_divide)
    __rtruediv__ = _reflected(_divide)
    __floordiv__ = _binary(_floor_divide)
    __rfloordiv__ = _reflected(_floor_divide)
    __mod__ = _binary(_remainder)
    __rmod__ = _reflected(_remainder)
    __divmod__ = _binary(_divmod)
    __rdivmod__ = _reflected(_divmod)
    __rpow__ = _reflected(_power)

    def __pow__(self, other, modulus=None):
        other = _operand(other)
        if other is None:
            return NotImplemented
        if modulus is None:
            return _power(self, other, getcontext())
        modulus = _operand(modulus)
        return NotImplemented if modulus is None else _power_modulo(self, other, modulus, getcontext())

    def __neg__(self):
        return _negated(self, getcontext())

    def __pos__(self):
        return _plus(self, getcontext())

    def __abs__(self):
        return _absolute(self, getcontext())

    # ---- comparing ----

    def __eq__(self, other):
        other = _comparable(self, other, True)
        if other is None:
            return NotImplemented
        if self._kind >= _QNAN or other._kind >= _QNAN:
            if self._kind == _SNAN or other._kind == _SNAN:
                _note(getcontext(), _INVALID)
            return False
        return _compare(self, other) == 0

    __lt__ = _order(lambda order: order < 0)
    __le__ = _order(lambda order: order <= 0)
    __gt__ = _order(lambda order: order > 0)
    __ge__ = _order(lambda order: order >= 0)

    def compare(self, other, context=None):
        """-1, 0 or 1 as a Decimal."""
        return _compare_decimal(self, _argument(other), _context(context))

    def compare_signal(self, other, context=None):
        """The same; a NaN signals."""
        other, context = _argument(other), _context(context)
        if self._kind >= _QNAN or other._kind >= _QNAN:
            _note(context, _INVALID)
        return _compare_decimal(self, other, context)

    def compare_total(self, other, context=None):
        """The same by the total order, in which 1.0 comes before 1."""
        return _compare_total(self, _argument(other))

    def compare_total_mag(self, other, context=None):
        """The same without the signs."""
        return _compare_total(self.copy_abs(), _argument(other).copy_abs())

    max = _binary_method(lambda a, b, context: _extreme(a, b, context, 1))
    min = _binary_method(lambda a, b, context: _extreme(a, b, context, -1))
    max_mag = _binary_method(lambda a, b, context: _extreme(a, b, context, 1, True))
    min_mag = _binary_method(lambda a, b, context: _extreme(a, b, context, -1, True))

    # ---- more of the specification ----

    def quantize(self, exp, rounding=None, context=None):
        """This number with the exponent of another."""
        context = _context(context)
        return _quantize(self, _argument(exp), context, _check_rounding(rounding))

    normalize = _unary_method(lambda d, context: _normalized(d, context))
    sqrt = _unary_method(_sqrt)
    exp = _unary_method(_exp)
    ln = _unary_method(_ln)
    log10 = _unary_method(_log10)
    remainder_near = _binary_method(lambda a, b, context: _remainder_near(a, b, context))
    next_minus = _unary_method(lambda d, context: _next(d, context, ROUND_FLOOR))
    next_plus = _unary_method(lambda d, context: _next(d, context, ROUND_CEILING))
    logb = _unary_method(lambda d, context: _logb(d, context))
    scaleb = _binary_method(lambda a, b, context: _scaleb(a, b, context))

    def next_toward(self, other, context=None):
        """The next number on the way to another."""
        other, context = _argument(other), _context(context)
        nan = _nan_of(context, self, other)
        if nan is not None:
            return nan
        order = _compare(self, other)
        if order == 0:
            return self.copy_sign(other)
        result = _next(self, context, ROUND_FLOOR if order > 0 else ROUND_CEILING)
        if result._kind:
            _note(context, _OVERFLOW | _INEXACT | _ROUNDED)
        elif result.adjusted() < context.Emin:
            _note(context, _UNDERFLOW | _SUBNORMAL | _INEXACT | _ROUNDED
                  | (0 if result._coefficient else _CLAMPED))
        return result

    def fma(self, other, third, context=None):
        """self * other + third, rounded once."""
        context = _context(context)
        other, third = _argument(other), _argument(third)
        if self._kind or other._kind:
            product = _multiply(self, other, context)
        else:
            product = _make(self._sign ^ other._sign, self._coefficient * other._coefficient,
                            self._exponent + other._exponent)
        return _add(product, third, context)

    def to_integral_value(self, rounding=None, context=None):
        """The nearest whole number."""
        return _to_integral(self, _context(context), _check_rounding(rounding), False)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """The same; it is noted if digits are lost."""
        return _to_integral(self, _context(context), _check_rounding(rounding), True)

    def adjusted(self):
        """The exponent that the first digit has."""
        return 0 if self._kind else self._exponent + _count_digits(self._coefficient) - 1

    def canonical(self):
        return self

    def copy_abs(self):
        """This number without its sign."""
        return _make(0, self._coefficient, self._exponent, self._kind)

    def copy_negate(self):
        """This number with the other sign."""
        return _make(1 - self._sign, self._coefficient, self._exponent, self._kind)

    def copy_sign(self, other, context=None):
        """This number with another's sign."""
        return _make(_argument(other)._sign, self._coefficient, self._exponent, self._kind)

    def is_canonical(self):
        return True

    def is_finite(self):
        return self._kind == _FINITE

    def is_infinite(self):
        return self._kind == _INF

    def is_nan(self):
        return self._kind >= _QNAN

    def is_qnan(self):
        return self._kind == _QNAN

    def is_snan(self):
        return self._kind == _SNAN

    def is_signed(self):
        return bool(self._sign)

    def is_zero(self):
        return _is_zero(self)

    def is_normal(self, context=None):
        return bool(not self._kind and self._coefficient and self.adjusted() >= _context(context).Emin)

    def is_subnormal(self, context=None):
        return bool(not self._kind and self._coefficient and self.adjusted() < _context(context).Emin)

    def number_class(self, context=None):
        """What kind of number this is, as a text."""
        if self._kind >= _QNAN:
            return "NaN" if self._kind == _QNAN else "sNaN"
        sign = "-" if self._sign else "+"
        if self._kind:
            return sign + "Infinity"
        if not self._coefficient:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def same_quantum(self, other, context=None):
        """Do both have the same exponent?"""
        other = _argument(other)
        if self._kind or other._kind:
            return min(self._kind, _QNAN) == min(other._kind, _QNAN)
        return self._exponent == other._exponent

    def radix(self):
        return _make(0, 10, 0)

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


def _plus(d, context):
    nan = _nan_of(context, d)
    if nan is not None:
        return nan
    if d._kind == _FINITE and not d._coefficient:
        return _finish(int(d._sign and context.rounding == ROUND_FLOOR), 0, d._exponent, context)
    return _finish_decimal(d, context)


def _negated(d, context):
    nan = _nan_of(context, d)
    if nan is not None:
        return nan
    if d._kind == _FINITE and not d._coefficient:
        return _finish(int(not d._sign and context.rounding == ROUND_FLOOR), 0, d._exponent, context)
    return _finish_decimal(d.copy_negate(), context)


def _absolute(d, context):
    nan = _nan_of(context, d)
    return nan if nan is not None else _finish_decimal(d.copy_abs(), context)


def _compare_decimal(a, b, context):
    nan = _nan_of(context, a, b)
    if nan is not None:
        return nan
    order = _compare(a, b)
    return _make(int(order < 0), abs(order), 0)


def _total_key(d):
    # kinds in their order; among equals the exponent decides
    return (_FINITE, _INF, 3, 2)[d._kind]


def _compare_total(a, b):
    if a._sign != b._sign:
        return _make(a._sign, 1, 0)
    up = -1 if a._sign else 1
    x, y = _total_key(a), _total_key(b)
    if x != y:
        order = up if x > y else -up
    elif a._kind >= _QNAN:
        p, q = a._coefficient, b._coefficient
        order = up * ((p > q) - (p < q))
    else:
        order = _compare(a, b)
        if order == 0 and not a._kind:
            order = up * ((a._exponent > b._exponent) - (a._exponent < b._exponent))
    return _make(int(order < 0), abs(order), 0)


def _extreme(a, b, context, wanted, magnitude=False):
    if a._kind >= _QNAN or b._kind >= _QNAN:
        if a._kind == _QNAN and b._kind < _QNAN:
            return _finish_decimal(b, context)
        if b._kind == _QNAN and a._kind < _QNAN:
            return _finish_decimal(a, context)
        return _nan_of(context, a, b)
    order = _compare(a.copy_abs(), b.copy_abs()) if magnitude else _compare(a, b)
    if order == 0:
        total = _compare_total(a, b)
        order = -1 if total._sign else total._coefficient
    return _finish_decimal(a if order == wanted or order == 0 else b, context)


def _normalized(d, context):
    nan = _nan_of(context, d)
    if nan is not None:
        return nan
    if d._kind:
        return d
    result, status = _rounded(d._sign, d._coefficient, d._exponent, context)
    if result._kind == _FINITE:
        coefficient, exponent = result._coefficient, result._exponent
        if not coefficient:
            exponent = 0
        top = context.Emax - context.prec + 1 if context.clamp else context.Emax
        while coefficient and coefficient % 10 == 0 and exponent < top:
            coefficient //= 10
            exponent += 1
        result = _make(result._sign, coefficient, exponent)
    _note(context, status)
    return result


def _remainder_near(a, b, context):
    nan = _nan_of(context, a, b)
    if nan is not None:
        return nan
    if a._kind:
        return _invalid(context)
    if _is_zero(b):
        return _invalid(context, _INVALID if a._coefficient else _UNDEFINED)
    if b._kind:
        return _finish_decimal(a, context)
    exponent = min(a._exponent, b._exponent)
    if not a._coefficient:
        return _finish(a._sign, 0, exponent, context)
    if a.adjusted() - b.adjusted() >= context.prec + 1:
        return _invalid(context, _IMPOSSIBLE)
    x = a._coefficient * 10 ** (a._exponent - exponent)
    y = b._coefficient * 10 ** (b._exponent - exponent)
    q, r = divmod(x, y)
    if 2 * r + (q & 1) > y:
        r -= y
        q += 1
    if q >= 10 ** context.prec:
        return _invalid(context, _IMPOSSIBLE)
    return _finish(a._sign ^ (r < 0), abs(r), exponent, context)


def _next(d, context, rounding):
    nan = _nan_of(context, d)
    if nan is not None:
        return nan
    up = rounding == ROUND_CEILING
    if d._kind:
        if bool(d._sign) == up:
            return _make(d._sign, 10 ** context.prec - 1, context.Emax - context.prec + 1)
        return d
    quiet = context.copy()
    quiet.clear_traps()
    quiet.rounding = rounding
    result = _finish_decimal(d, quiet)
    if _compare(result, d) != 0:
        return result
    return _add(d, _make(0 if up else 1, 1, context.Emin - context.prec), quiet)


def _logb(d, context):
    nan = _nan_of(context, d)
    if nan is not None:
        return nan
    if d._kind:
        return _make(0, 0, 0, _INF)
    if not d._coefficient:
        _note(context, _ZERO)
        return _make(1, 0, 0, _INF)
    k = d.adjusted()
    return _finish(int(k < 0), abs(k), 0, context)


def _scaleb(a, b, context):
    nan = _nan_of(context, a, b)
    if nan is not None:
        return nan
    if b._kind or b._exponent != 0 or b._coefficient > 2 * (context.Emax + context.prec):
        return _invalid(context)
    if a._kind:
        return a
    return _finish(a._sign, a._coefficient, a._exponent + int(b), context)


def _power_modulo(a, b, c, context):
    nan = _nan_of(context, a, b, c)
    if nan is not None:
        return nan
    if (a._kind or b._kind or c._kind or not (_is_whole(a) and _is_whole(b) and _is_whole(c)) or b._sign
            or not c._coefficient or c.adjusted() >= context.prec or (not a._coefficient and not b._coefficient)):
        return _invalid(context)
    value = pow(abs(int(a)), int(b), abs(int(c)))
    return _make(int(bool(a._sign and int(b) & 1)), value, 0)


_ONE = _make(0, 1, 0)

# ---- text ----------------------------------------------------------------------------------------


def _text(d, engineering, capitals):
    sign = "-" if d._sign else ""
    if d._kind == _INF:
        return sign + "Infinity"
    if d._kind:
        return sign + ("NaN" if d._kind == _QNAN else "sNaN") + (str(d._coefficient) if d._coefficient else "")
    digits = _digit_text(d._coefficient)
    left = d._exponent + len(digits)
    if d._exponent <= 0 and left > -6:
        point = left
    elif not engineering:
        point = 1
    elif not d._coefficient:
        point = (left + 1) % 3 - 1
    else:
        point = (left - 1) % 3 + 1
    if point <= 0:
        whole, part = "0", "." + "0" * -point + digits
    elif point >= len(digits):
        whole, part = digits + "0" * (point - len(digits)), ""
    else:
        whole, part = digits[:point], "." + digits[point:]
    exponent = "" if left == point else f"{'E' if capitals else 'e'}{left - point:+d}"
    return sign + whole + part + exponent


def _read_spec(spec):
    # [[fill]align][sign][z][#][0][width][,][.precision][type]
    fill, align, i = " ", "", 0
    if len(spec) > 1 and spec[1] in "<>=^":
        fill, align, i = spec[0], spec[1], 2
    elif spec and spec[0] in "<>=^":
        align, i = spec[0], 1
    sign = "-"
    if spec[i:i + 1] in ("+", "-", " "):
        sign = spec[i]
        i += 1
    no_negative_zero = spec[i:i + 1] == "z"
    i += no_negative_zero
    zero = spec[i:i + 1] == "0"
    if zero:
        i += 1
        if align:
            raise ValueError("invalid format string")
        fill, align = "0", "="
    start = i
    while spec[i:i + 1].isdigit():
        i += 1
    width = int(spec[start:i] or 0)
    comma = spec[i:i + 1] in (",", "_") and spec[i:i + 1]
    if comma == "_":
        raise ValueError("invalid format string")
    i += bool(comma)
    precision = None
    if spec[i:i + 1] == ".":
        start = i = i + 1
        while spec[i:i + 1].isdigit():
            i += 1
        if start == i:
            raise ValueError("invalid format string")
        precision = int(spec[start:i])
    kind = spec[i:]
    if kind not in ("", "e", "E", "f", "F", "g", "G", "n", "%") or (kind == "n" and comma):
        raise ValueError("invalid format string")
    return fill, align or ">", sign, no_negative_zero, width, comma, precision, kind, zero


def _format(d, spec):
    if not isinstance(spec, str):
        raise TypeError("format argument must be str")
    fill, align, sign_mode, positive_zero, width, comma, precision, kind, zero = _read_spec(spec)
    context = getcontext()
    negative = d._sign
    if d._kind:
        body, part, exponent = _text(d.copy_abs(), False, 1), "", ""
        if kind == "%":
            exponent = "%"
        if fill == "0" and zero:
            fill = " "
            align = ">"
    else:
        number = d.copy_abs()
        if kind == "%":
            number = _make(0, number._coefficient, number._exponent + 2)
        rounding = context.rounding
        if precision is not None:
            if kind in ("f", "F", "%"):
                number = _rescaled(number if not negative else number, -precision, _flipped(rounding, negative))[0]
            elif kind in ("e", "E"):
                number = _to_digits(number, precision + 1, _flipped(rounding, negative))
            else:
                digits = max(1, precision)
                if _count_digits(number._coefficient) > digits:
                    number = _to_digits(number, digits, _flipped(rounding, negative))
        if not number._coefficient and number._exponent > 0 and kind in ("f", "F", "%"):
            number = _make(0, 0, 0)
        if positive_zero and not number._coefficient:
            negative = 0
        text = _digit_text(number._coefficient)
        left = number._exponent + len(text)
        if kind in ("e", "E"):
            point = 1 - (precision or 0) if not number._coefficient and precision is not None else 1
        elif kind in ("f", "F", "%"):
            point = left
        else:
            point = left if number._exponent <= 0 and left > -6 else 1
        if kind in ("e", "E") and not number._coefficient and precision is not None:
            body, part, left = "0", "0" * precision, 1 + number._exponent + precision
            point = 1
        elif point <= 0:
            body, part = "0", "0" * -point + text
        elif point >= len(text):
            body, part = text + "0" * (point - len(text)), ""
        else:
            body, part = text[:point], text[point:]
        exponent = ""
        if left != point or kind in ("e", "E"):
            letter = "e" if kind in ("e", "g", "n") else "E" if context.capitals or kind in ("E", "G") else "e"
            exponent = f"{letter}{left - point:+d}"
        if kind == "%":
            exponent += "%"
        part = "." + part if part else ""
    sign = "-" if negative else sign_mode if sign_mode in "+ " else ""
    if comma and not d._kind:
        room = width - len(sign) - len(part) - len(exponent) if zero else 0
        body = _grouped(body, room)
    tail = part + exponent
    padding = width - len(sign) - len(body) - len(tail)
    if padding <= 0:
        return sign + body + tail
    if align == "<":
        return sign + body + tail + fill * padding
    if align == "=":
        return sign + fill * padding + body + tail
    if align == "^":
        half = padding // 2
        return fill * half + sign + body + tail + fill * (padding - half)
    return fill * padding + sign + body + tail


def _flipped(rounding, negative):
    # how to round a magnitude so that the signed number is rounded as asked
    if negative and rounding in (ROUND_CEILING, ROUND_FLOOR):
        return ROUND_FLOOR if rounding == ROUND_CEILING else ROUND_CEILING
    return rounding


def _to_digits(d, digits, rounding):
    if not d._coefficient:
        return d if d._exponent else _make(0, 0, 0)
    shift = _count_digits(d._coefficient) - digits
    if shift <= 0:
        return _make(0, d._coefficient * 10 ** -shift, d._exponent + shift)
    coefficient, _ = _drop(d._coefficient, shift, rounding, 0)
    if coefficient >= 10 ** digits:
        coefficient //= 10
        shift += 1
    return _make(0, coefficient, d._exponent + shift)


def _grouped(digits, width):
    while True:
        groups = []
        rest = digits
        while len(rest) > 3:
            groups.insert(0, rest[-3:])
            rest = rest[:-3]
        text = ",".join([rest] + groups)
        if len(text) >= width:
            return text
        digits = "0" + digits


# ---- contexts ------------------------------------------------------------------------------------

def _whole_number(value, low, high, message):
    if not isinstance(value, int):
        raise TypeError("an integer is required")
    if not low <= value <= high:
        raise ValueError(message)
    return int(value)


def _apply(operation, count):
    # the operation as a method of contexts: its operands may be ints
    if count == 1:
        def method(self, a, /):
            return operation(_argument(a), self)
    else:
        def method(self, a, b, /):
            return operation(_argument(a), _argument(b), self)
    return method


@_named
class Context:
    """How to round, how large numbers may be, and what to raise."""

    __slots__ = "prec", "rounding", "Emin", "Emax", "capitals", "clamp", "_flags", "_traps"

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None,
                 flags=None, traps=None):
        _set(self, "prec", 28)
        _set(self, "Emin", -999999)
        _set(self, "Emax", 999999)
        _set(self, "rounding", ROUND_HALF_EVEN)
        _set(self, "capitals", 1)
        _set(self, "clamp", 0)
        _set(self, "_flags", 0)
        _set(self, "_traps", _ANY_INVALID | _ZERO | _OVERFLOW)
        for name, value in (("prec", prec), ("rounding", rounding), ("Emin", Emin), ("Emax", Emax),
                            ("capitals", capitals), ("clamp", clamp)):
            if value is not None:
                setattr(self, name, value)
        if flags is not None:
            _set(self, "_flags", _signal_bits(flags))
        if traps is not None:
            _set(self, "_traps", _signal_bits(traps))

    def __setattr__(self, name, value):
        if name == "prec":
            value = _whole_number(value, 1, MAX_PREC, "valid range for prec is [1, MAX_PREC]")
        elif name == "Emin":
            value = _whole_number(value, MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]")
        elif name == "Emax":
            value = _whole_number(value, 0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]")
        elif name in ("capitals", "clamp"):
            value = _whole_number(value, 0, 1, f"valid values for {name} are 0 or 1")
        elif name == "rounding":
            if value not in _ROUNDINGS:
                raise TypeError(_BAD_ROUNDING)
        elif name in ("flags", "traps"):
            if not isinstance(value, (dict, SignalDict)):
                raise TypeError("argument must be a signal dict")
            name, value = "_" + name, _signal_bits(value)
        elif name not in ("_flags", "_traps"):
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        _set(self, name, value)

    flags = property(lambda self: SignalDict(self, "_flags"))
    traps = property(lambda self: SignalDict(self, "_traps"))

    def __repr__(self):
        def names(bits):
            return "[" + ", ".join(s.__name__ for s in _SHOWN if bits & _BIT[s]) + "]"
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
                f"capitals={self.capitals}, clamp={self.clamp}, flags={names(self._flags)}, "
                f"traps={names(self._traps)})")

    def copy(self):
        """Another context like this."""
        other = object.__new__(Context)
        for name in Context.__slots__:
            _set(other, name, getattr(self, name))
        return other

    __copy__ = copy

    def clear_flags(self):
        """Nothing has been signalled."""
        _set(self, "_flags", 0)

    def clear_traps(self):
        """Nothing is raised."""
        _set(self, "_traps", 0)

    def Etiny(self):
        """The smallest exponent of a subnormal number."""
        return self.Emin - self.prec + 1

    def Etop(self):
        """The largest exponent of a number of full length."""
        return self.Emax - self.prec + 1

    def create_decimal(self, num="0", /):
        """The number, rounded into this context."""
        d = _exactly(num, self)
        if d._kind >= _QNAN and _count_digits(d._coefficient) > self.prec - self.clamp and d._coefficient:
            return _invalid(self, _SYNTAX)
        return _finish_decimal(d, self)

    def create_decimal_from_float(self, f, /):
        """The float, rounded into this context."""
        return _finish_decimal(Decimal.from_float(f), self)

    abs = _apply(_absolute, 1)
    add = _apply(_add, 2)
    compare = _apply(_compare_decimal, 2)
    divide = _apply(_divide, 2)
    divide_int = _apply(_floor_divide, 2)
    divmod = _apply(_divmod, 2)
    exp = _apply(_exp, 1)
    ln = _apply(_ln, 1)
    log10 = _apply(_log10, 1)
    logb = _apply(_logb, 1)
    max = _apply(lambda a, b, context: _extreme(a, b, context, 1), 2)
    max_mag = _apply(lambda a, b, context: _extreme(a, b, context, 1, True), 2)
    min = _apply(lambda a, b, context: _extreme(a, b, context, -1), 2)
    min_mag = _apply(lambda a, b, context: _extreme(a, b, context, -1, True), 2)
    minus = _apply(_negated, 1)
    multiply = _apply(_multiply, 2)
    next_minus = _apply(lambda d, context: _next(d, context, ROUND_FLOOR), 1)
    next_plus = _apply(lambda d, context: _next(d, context, ROUND_CEILING), 1)
    normalize = _apply(_normalized, 1)
    plus = _apply(_plus, 1)
    quantize = _apply(_quantize, 2)
    remainder = _apply(_remainder, 2)
    remainder_near = _apply(_remainder_near, 2)
    scaleb = _apply(_scaleb, 2)
    sqrt = _apply(_sqrt, 1)
    subtract = _apply(_subtract, 2)
    to_integral_exact = _apply(lambda d, context: _to_integral(d, context, None, True), 1)
    to_integral_value = to_integral = _apply(lambda d, context: _to_integral(d, context, None, False), 1)
    compare_signal = _apply(lambda a, b, context: a.compare_signal(b, context), 2)
    compare_total = _apply(lambda a, b, context: _compare_total(a, b), 2)
    compare_total_mag = _apply(lambda a, b, context: _compare_total(a.copy_abs(), b.copy_abs()), 2)
    next_toward = _apply(lambda a, b, context: a.next_toward(b, context), 2)
    copy_abs = _apply(lambda d, context: d.copy_abs(), 1)
    copy_negate = _apply(lambda d, context: d.copy_negate(), 1)
    copy_sign = _apply(lambda a, b, context: a.copy_sign(b), 2)
    copy_decimal = canonical = _apply(lambda d, context: d, 1)
    is_canonical = _apply(lambda d, context: True, 1)
    is_finite = _apply(lambda d, context: d.is_finite(), 1)
    is_infinite = _apply(lambda d, context: d.is_infinite(), 1)
    is_nan = _apply(lambda d, context: d.is_nan(), 1)
    is_qnan = _apply(lambda d, context: d.is_qnan(), 1)
    is_snan = _apply(lambda d, context: d.is_snan(), 1)
    is_signed = _apply(lambda d, context: d.is_signed(), 1)
    is_zero = _apply(lambda d, context: d.is_zero(), 1)
    is_normal = _apply(lambda d, context: d.is_normal(context), 1)
    is_subnormal = _apply(lambda d, context: d.is_subnormal(context), 1)
    number_class = _apply(lambda d, context: d.number_class(context), 1)
    same_quantum = _apply(lambda a, b, context: a.same_quantum(b), 2)
    to_sci_string = _apply(lambda d, context: _text(d, False, context.capitals), 1)
    to_eng_string = _apply(lambda d, context: _text(d, True, context.capitals), 1)

    def power(self, a, b, modulo=None):
        """a ** b, or pow(a, b, modulo)."""
        if modulo is None:
            return _power(_argument(a), _argument(b), self)
        return _power_modulo(_argument(a), _argument(b), _argument(modulo), self)

    def fma(self, a, b, c, /):
        """a * b + c, rounded once."""
        return _argument(a).fma(b, c, self)

    def radix(self):
        return _make(0, 10, 0)

    def __reduce__(self):
        return Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                         [s for s in self.flags if self.flags[s]],
                         [s for s in self.traps if self.traps[s]])


DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP,
                       traps=[Clamped, InvalidOperation, DivisionByZero, Overflow, Underflow])
ExtendedContext = Context(prec=9, traps=[])
_current = [None]


def getcontext():
    """The context in which operators work."""
    context = _current[0]
    if context is None:
        context = _current[0] = DefaultContext.copy()
        context.clear_flags()
    return context


def setcontext(context, /):
    """Makes a context the one in which operators work."""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current[0] = context


@_named
class ContextManager:
    """For `with`: a copy of a context, for a while."""

    __slots__ = "_context", "_saved"

    def __init__(self, context):
        self._context = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, *exception):
        setcontext(self._saved)


def localcontext(ctx=None, **kw):
    """A `with` statement's context: a copy of ctx, with what is given changed."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    copy = ctx.copy()
    for name, value in kw.items():
        if name in ("flags", "traps") and isinstance(value, (list, tuple)):
            _set(copy, "_" + name, _signal_bits(value))
        elif name in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            setattr(copy, name, value)
        elif _version >= (3, 13):
            raise TypeError(f"localcontext() got an unexpected keyword argument '{name}'")
        else:
            raise TypeError(f"'{name}' is an invalid keyword argument for localcontext()")
    return ContextManager(copy)


def _register():
    try:
        import numbers
    except ImportError:
        return
    numbers.Number.register(Decimal)
