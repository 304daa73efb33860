# Decimal numbers as such: their digits, how they are rounded into a context, and what becomes one.
#
# A number is a sign, a coefficient (an int, never negative) and an exponent; or an infinity, or a
# NaN, whose payload is the coefficient.

from decimal._signals import (CLAMPED, FLOAT, INEXACT, INVALID, OVERFLOW, ROUNDED, SUBNORMAL,
                              SYNTAX, UNDERFLOW, note, set_slot)

ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
ROUNDINGS = (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN,
              ROUND_HALF_EVEN, ROUND_05UP)
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997
BAD_ROUNDING = ("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                 "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")

FINITE, INF, QNAN, SNAN = 0, 1, 2, 3
Decimal = None  # the class, once there is one


def meet_decimal(cls):
    global Decimal
    Decimal = cls


def check_rounding(rounding):
    if rounding is not None and rounding not in ROUNDINGS:
        raise TypeError(BAD_ROUNDING)
    return rounding


# ---- digits --------------------------------------------------------------------------------------

def count_digits(n):
    if n < 1_000_000_000_000_000:
        return len(str(n))
    guess = int((n.bit_length() - 1) * 0.30102999566398120)
    return guess + (n >= 10 ** guess) + (n >= 10 ** (guess + 1))


def digit_text(n):
    # str(n), of any length
    if n.bit_length() < 10000:
        return str(n)
    half = count_digits(n) // 2
    high, low = divmod(n, 10 ** half)
    return digit_text(high) + digit_text(low).zfill(half)


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

def make(sign, coefficient, exponent, kind=FINITE, cls=None):
    self = object.__new__(cls or Decimal)
    set_slot(self, "_sign", sign)
    set_slot(self, "_coefficient", coefficient)
    set_slot(self, "_exponent", exponent)
    set_slot(self, "_kind", kind)
    return self


def is_zero(d):
    return d._kind == FINITE and not d._coefficient


def invalid(context, condition=INVALID):
    note(context, condition)
    return make(0, 0, 0, QNAN)


def _overflowed(sign, context):
    rounding = context.rounding
    if (rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_UP)
            or (rounding == ROUND_CEILING and not sign) or (rounding == ROUND_FLOOR and sign)):
        return make(sign, 0, 0, INF)
    return make(sign, 10 ** context.prec - 1, context.Emax - context.prec + 1)


def rounded(sign, coefficient, exponent, context, status=0):
    """The number in the context, and the conditions of getting it there."""
    prec = context.prec
    tiny = context.Emin - prec + 1
    top = context.Emax - prec + 1
    if not coefficient:
        most = top if context.clamp else context.Emax
        fitted = min(max(exponent, tiny), most)
        return make(sign, 0, fitted), status | (CLAMPED if fitted != exponent else 0)
    least = count_digits(coefficient) + exponent - prec
    if least > top:
        return _overflowed(sign, context), status | OVERFLOW | INEXACT | ROUNDED
    subnormal = least < tiny
    if subnormal:
        least = tiny
    if exponent < least:
        coefficient, inexact = drop(coefficient, least - exponent, context.rounding, sign)
        exponent = least
        if coefficient >= 10 ** prec:
            coefficient //= 10
            exponent += 1
        if exponent > top:
            return _overflowed(sign, context), status | OVERFLOW | INEXACT | ROUNDED
        status |= ROUNDED
        if inexact:
            status |= INEXACT | (UNDERFLOW if subnormal else 0)
        if subnormal:
            status |= SUBNORMAL
            if not coefficient:
                status |= CLAMPED
        return make(sign, coefficient, exponent), status
    if subnormal and count_digits(coefficient) + exponent - 1 < context.Emin:
        status |= SUBNORMAL
    if context.clamp and exponent > top:
        coefficient *= 10 ** (exponent - top)
        exponent = top
        status |= CLAMPED
    return make(sign, coefficient, exponent), status


def finish(sign, coefficient, exponent, context, status=0):
    result, status = rounded(sign, coefficient, exponent, context, status)
    note(context, status)
    return result


def finish_decimal(d, context):
    if d._kind == FINITE:
        return finish(d._sign, d._coefficient, d._exponent, context)
    return d


def nan_of(context, *operands):
    """The NaN that comes of operands of which one is a NaN; None if none is."""
    for kind in (SNAN, QNAN):
        for d in operands:
            if d._kind == kind:
                if kind == SNAN:
                    note(context, INVALID)
                payload = d._coefficient % 10 ** (context.prec - context.clamp)
                return make(d._sign, payload, 0, QNAN)
    return None


def quiet_copy(context, **fields):
    """A context like this in which nothing has been signalled and nothing is raised."""
    work = context.copy()
    set_slot(work, "_flags", 0)
    set_slot(work, "_traps", 0)
    for name, value in fields.items():
        set_slot(work, name, value)
    return work


# ---- what becomes a number -----------------------------------------------------------------------

def of_int(n):
    return make(int(n < 0), abs(int(n)), 0)


def _parse(text):
    # sign, coefficient, exponent, kind of a numeric text; None if it is none
    text = text.strip().replace("_", "")
    sign = 0
    if text[:1] in ("+", "-"):
        sign = int(text[0] == "-")
        text = text[1:]
    lower = text.lower()
    if lower in ("inf", "infinity"):
        return sign, 0, 0, INF
    for prefix, kind in (("nan", QNAN), ("snan", SNAN)):
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
    return sign, _to_int(whole + part), exponent - len(part), FINITE


def _to_int(digits):
    if len(digits) <= 4000:
        return int(digits or "0")
    half = len(digits) // 2
    return _to_int(digits[:half]) * 10 ** (len(digits) - half) + _to_int(digits[half:])


def of_float(value):
    if value != value:
        return make(0, 0, 0, QNAN)
    if value in (float("inf"), -float("inf")):
        return make(int(value < 0), 0, 0, INF)
    n, d = abs(value).as_integer_ratio()
    k = d.bit_length() - 1
    negative = value < 0 or (value == 0 and str(value)[0] == "-")
    return make(int(negative), n * 5 ** k, -k)


def of_number(f):
    # exactly, of a float or an int
    if isinstance(f, int):
        return of_int(f)
    if isinstance(f, float):
        return of_float(f)
    raise TypeError("argument must be int or float")


def _of_tuple(value):
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


def exactly(value, context):
    """Decimal(value): nothing is rounded."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return of_int(value)
    if isinstance(value, str):
        fields = _parse(value)
        if fields is None:
            return invalid(context, SYNTAX)
        sign, coefficient, exponent, kind = fields
        if kind == FINITE and not MIN_ETINY <= exponent <= MAX_EMAX:
            return invalid(context)
        return make(sign, coefficient, exponent, kind)
    if isinstance(value, float):
        note(context, FLOAT)
        return of_float(value)
    if isinstance(value, (tuple, list)):
        return _of_tuple(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def operand(value):
    # what stands beside a Decimal; None for what does not mix with one
    if isinstance(value, Decimal):
        return value
    return of_int(value) if isinstance(value, int) else None


def argument(value):
    d = operand(value)
    if d is None:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return d
