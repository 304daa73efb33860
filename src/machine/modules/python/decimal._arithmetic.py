# The operations of decimal arithmetic that need no series.  Each makes its result as exactly as is
# needed to round it once, and hands it to finish().

from decimal._number import (FINITE, INF, QNAN, ROUND_CEILING, ROUND_FLOOR, SNAN, count_digits,
                             drop, finish, finish_decimal, invalid, is_zero, make, nan_of,
                             quiet_copy, rounded)
from decimal._signals import (CLAMPED, IMPOSSIBLE, INEXACT, INVALID, OVERFLOW, ROUNDED, SUBNORMAL,
                              UNDEFINED, UNDERFLOW, ZERO, note)

# ---- sums and products ---------------------------------------------------------------------------

def _aligned(a, b, prec):
    """Both coefficients as counts of one unit, and its exponent: what lies far below the other's
    digits only decides how these are rounded."""
    ex, ey = a._exponent, b._exponent
    if ex == ey:
        return a._coefficient, b._coefficient, ex
    small, large = (a, b) if ex < ey else (b, a)
    units, exponent = small._coefficient, small._exponent
    lowest = large._exponent + min(-1, count_digits(large._coefficient) - prec - 2)
    if count_digits(units) + exponent - 1 < lowest:
        units, exponent = 1, lowest
    scaled = large._coefficient * 10 ** (large._exponent - exponent)
    return (units, scaled, exponent) if ex < ey else (scaled, units, exponent)


def _add_to_zero(sign, d, zero_exponent, context):
    # the zero's exponent counts as far as there is room for zeros
    room = max(0, context.prec - count_digits(d._coefficient)) + 1
    exponent = max(min(zero_exponent, d._exponent), d._exponent - room)
    return finish(sign, d._coefficient * 10 ** (d._exponent - exponent), exponent, context)


def add(a, b, context, subtract=False):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    sign_b = b._sign ^ subtract
    if a._kind or b._kind:
        if a._kind and b._kind and a._sign != sign_b:
            return invalid(context)
        return make(a._sign if a._kind else sign_b, 0, 0, INF)
    if not a._coefficient and not b._coefficient:
        negative = (a._sign and sign_b) or (a._sign != sign_b and context.rounding == ROUND_FLOOR)
        return finish(int(negative), 0, min(a._exponent, b._exponent), context)
    if not a._coefficient:
        return _add_to_zero(sign_b, b, a._exponent, context)
    if not b._coefficient:
        return _add_to_zero(a._sign, a, b._exponent, context)
    x, y, exponent = _aligned(a, b, context.prec)
    total = (-x if a._sign else x) + (-y if sign_b else y)
    if not total:
        return finish(int(context.rounding == ROUND_FLOOR), 0, exponent, context)
    return finish(int(total < 0), abs(total), exponent, context)


def subtract(a, b, context):
    return add(a, b, context, True)


def multiply(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        if is_zero(a) or is_zero(b):
            return invalid(context)
        return make(sign, 0, 0, INF)
    return finish(sign, a._coefficient * b._coefficient, a._exponent + b._exponent, context)


def _signed(d, sign, context):
    # d with that sign; a zero is negative only where rounding goes down
    nan = nan_of(context, d)
    if nan is not None:
        return nan
    if is_zero(d):
        return finish(int(sign and context.rounding == ROUND_FLOOR), 0, d._exponent, context)
    return finish_decimal(make(sign, d._coefficient, d._exponent, d._kind), context)


def plus(d, context):
    return _signed(d, d._sign, context)


def negated(d, context):
    return _signed(d, 1 - d._sign, context)


def absolute(d, context):
    nan = nan_of(context, d)
    return nan if nan is not None else finish_decimal(d.copy_abs(), context)


# ---- quotients -----------------------------------------------------------------------------------

def _infinite_quotient(a, b, sign, context):
    # of an infinity, or by zero
    if a._kind:
        return invalid(context) if b._kind else make(sign, 0, 0, INF)
    if not a._coefficient:
        return invalid(context, UNDEFINED)
    note(context, ZERO)
    return make(sign, 0, 0, INF)


def divide(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    sign = a._sign ^ b._sign
    if b._kind and not a._kind:
        return finish(sign, 0, context.Etiny(), context, CLAMPED)
    if a._kind or not b._coefficient:
        return _infinite_quotient(a, b, sign, context)
    ideal = a._exponent - b._exponent
    if not a._coefficient:
        return finish(sign, 0, ideal, context)
    shift = count_digits(b._coefficient) - count_digits(a._coefficient) + context.prec + 1
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
    return finish(sign, q, exponent, context)


def _whole_quotient(a, b, context):
    # |a| // |b|, and what remains of |a|; None if that takes more digits than there are
    exponent = min(a._exponent, b._exponent)
    gap = (count_digits(a._coefficient) + a._exponent) - (count_digits(b._coefficient) + b._exponent)
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


def _undefined_whole(a, b, sign, context):
    # of an infinity, or by zero: the remainder is none
    if a._kind:
        nan = invalid(context)
        return nan if b._kind else make(sign, 0, 0, INF), nan
    nan = invalid(context, INVALID | ZERO if a._coefficient else UNDEFINED)
    return make(sign, 0, 0, INF) if a._coefficient else nan, nan


def divide_whole(a, b, context):
    """divmod(a, b), the quotient cut."""
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan, nan
    sign = a._sign ^ b._sign
    if a._kind or is_zero(b):
        return _undefined_whole(a, b, sign, context)
    if b._kind:
        return finish(sign, 0, 0, context), finish_decimal(a, context)
    parts = _whole_quotient(a, b, context)
    if parts is None:
        nan = invalid(context, IMPOSSIBLE)
        return nan, nan
    q, rest, exponent = parts
    if rest is None:
        return finish(sign, 0, 0, context), finish_decimal(a, context)
    return finish(sign, q, 0, context), finish(a._sign, rest, exponent, context)


def divide_floor(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    sign = a._sign ^ b._sign
    if b._kind and not a._kind:
        return finish(sign, 0, 0, context)
    if a._kind or not b._coefficient:
        return _infinite_quotient(a, b, sign, context)
    parts = _whole_quotient(a, b, context)
    return invalid(context, IMPOSSIBLE) if parts is None else finish(sign, parts[0], 0, context)


def remainder(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    if a._kind:
        return invalid(context)
    if b._kind:
        return finish_decimal(a, context)
    if not b._coefficient:
        return invalid(context, INVALID if a._coefficient else UNDEFINED)
    parts = _whole_quotient(a, b, context)
    if parts is None:
        return invalid(context, IMPOSSIBLE)
    if parts[1] is None:
        return finish_decimal(a, context)
    return finish(a._sign, parts[1], parts[2], context)


def remainder_near(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    if a._kind:
        return invalid(context)
    if is_zero(b):
        return invalid(context, INVALID if a._coefficient else UNDEFINED)
    if b._kind:
        return finish_decimal(a, context)
    exponent = min(a._exponent, b._exponent)
    if not a._coefficient:
        return finish(a._sign, 0, exponent, context)
    if a.adjusted() - b.adjusted() >= context.prec + 1:
        return invalid(context, IMPOSSIBLE)
    x = a._coefficient * 10 ** (a._exponent - exponent)
    y = b._coefficient * 10 ** (b._exponent - exponent)
    q, r = divmod(x, y)
    if 2 * r + (q & 1) > y:
        r -= y
        q += 1
    if q >= 10 ** context.prec:
        return invalid(context, IMPOSSIBLE)
    return finish(a._sign ^ (r < 0), abs(r), exponent, context)


# ---- order ---------------------------------------------------------------------------------------

def _rank(d):
    # 0 of zeros, else by the sign 1 of finite numbers and 2 of infinities
    rank = 2 if d._kind else 1 if d._coefficient else 0
    return -rank if d._sign else rank


def compare(a, b):
    """-1, 0, 1 of numbers that are not NaN."""
    up, other = _rank(a), _rank(b)
    if up != other or up not in (-1, 1):
        return (up > other) - (up < other)
    x, y = a.adjusted(), b.adjusted()
    if x == y:
        exponent = min(a._exponent, b._exponent)
        x = a._coefficient * 10 ** (a._exponent - exponent)
        y = b._coefficient * 10 ** (b._exponent - exponent)
    return up if x > y else -up if x < y else 0


def compare_decimal(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    order = compare(a, b)
    return make(int(order < 0), abs(order), 0)


def _total_rank(d):
    # kinds in their order; among equals the exponent decides
    return {FINITE: 0, INF: 1, SNAN: 2, QNAN: 3}[d._kind]


def _three_way(x, y):
    return (x > y) - (x < y)


def compare_total(a, b):
    if a._sign != b._sign:
        return make(a._sign, 1, 0)
    order = _three_way(_total_rank(a), _total_rank(b))
    if order == 0 and a._kind >= QNAN:
        order = _three_way(a._coefficient, b._coefficient)
    elif order == 0 and a._kind == FINITE:
        order = compare(a.copy_abs(), b.copy_abs()) or _three_way(a._exponent, b._exponent)
    if a._sign:
        order = -order
    return make(int(order < 0), abs(order), 0)


def extreme(a, b, context, wanted, magnitude=False):
    if a._kind >= QNAN or b._kind >= QNAN:
        if a._kind == QNAN and b._kind < QNAN:
            return finish_decimal(b, context)
        if b._kind == QNAN and a._kind < QNAN:
            return finish_decimal(a, context)
        return nan_of(context, a, b)
    order = compare(a.copy_abs(), b.copy_abs()) if magnitude else compare(a, b)
    if order == 0:
        total = compare_total(a, b)
        order = -1 if total._sign else total._coefficient
    return finish_decimal(a if order == wanted or order == 0 else b, context)


# ---- exponents -----------------------------------------------------------------------------------

def normalized(d, context):
    nan = nan_of(context, d)
    if nan is not None:
        return nan
    if d._kind:
        return d
    result, status = rounded(d._sign, d._coefficient, d._exponent, context)
    if result._kind == FINITE:
        coefficient, exponent = result._coefficient, result._exponent
        if not coefficient:
            exponent = 0
        top = context.Emax - context.prec + 1 if context.clamp else context.Emax
        while coefficient and coefficient % 10 == 0 and exponent < top:
            coefficient //= 10
            exponent += 1
        result = make(result._sign, coefficient, exponent)
    note(context, status)
    return result


def rescaled(d, exponent, rounding):
    # a finite number with this exponent, and whether digits were lost
    shift = d._exponent - exponent
    if shift >= 0:
        return make(d._sign, d._coefficient * 10 ** shift, exponent), False
    if -shift > count_digits(d._coefficient) + 1:
        coefficient, inexact = drop(1 if d._coefficient else 0, 2, rounding, d._sign)
    else:
        coefficient, inexact = drop(d._coefficient, -shift, rounding, d._sign)
    return make(d._sign, coefficient, exponent), inexact


def quantize(a, b, context, rounding=None):
    rounding = context.rounding if rounding is None else rounding
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    if a._kind or b._kind:
        return a if a._kind and b._kind else invalid(context)
    exponent = b._exponent
    if not context.Emin - context.prec + 1 <= exponent <= context.Emax:
        return invalid(context)
    if not a._coefficient:
        return finish(a._sign, 0, exponent, context)
    if a.adjusted() > context.Emax or a.adjusted() - exponent + 1 > context.prec:
        return invalid(context)
    result, inexact = rescaled(a, exponent, rounding)
    if result.adjusted() > context.Emax or count_digits(result._coefficient) > context.prec:
        return invalid(context)
    status = 0
    if exponent > a._exponent:
        status |= ROUNDED | (INEXACT if inexact else 0)
    return finish(result._sign, result._coefficient, exponent, context, status)


def to_integral(d, context, rounding, exact):
    nan = nan_of(context, d)
    if nan is not None:
        return nan
    if d._kind or d._exponent >= 0:
        return d
    result, inexact = rescaled(d, 0, context.rounding if rounding is None else rounding)
    if exact and d._coefficient:
        note(context, ROUNDED | (INEXACT if inexact else 0))
    return result


def is_whole(d):
    if d._exponent >= 0 or not d._coefficient:
        return True
    return d._coefficient % 10 ** min(-d._exponent, count_digits(d._coefficient) + 1) == 0


def logb(d, context):
    nan = nan_of(context, d)
    if nan is not None:
        return nan
    if d._kind:
        return make(0, 0, 0, INF)
    if not d._coefficient:
        note(context, ZERO)
        return make(1, 0, 0, INF)
    k = d.adjusted()
    return finish(int(k < 0), abs(k), 0, context)


def scaleb(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    if b._kind or b._exponent != 0 or b._coefficient > 2 * (context.Emax + context.prec):
        return invalid(context)
    if a._kind:
        return a
    return finish(a._sign, a._coefficient, a._exponent + int(b), context)


def next_number(d, context, rounding):
    nan = nan_of(context, d)
    if nan is not None:
        return nan
    up = rounding == ROUND_CEILING
    if d._kind:
        if bool(d._sign) == up:
            return make(d._sign, 10 ** context.prec - 1, context.Emax - context.prec + 1)
        return d
    quiet = quiet_copy(context, rounding=rounding)
    result = finish_decimal(d, quiet)
    if compare(result, d) != 0:
        return result
    return add(d, make(0 if up else 1, 1, context.Emin - context.prec), quiet)


def next_toward(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    order = compare(a, b)
    if order == 0:
        return a.copy_sign(b)
    result = next_number(a, context, ROUND_FLOOR if order > 0 else ROUND_CEILING)
    if result._kind:
        note(context, OVERFLOW | INEXACT | ROUNDED)
    elif result.adjusted() < context.Emin:
        note(context, UNDERFLOW | SUBNORMAL | INEXACT | ROUNDED | (0 if result._coefficient else CLAMPED))
    return result
