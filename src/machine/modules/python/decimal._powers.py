# Powers, exponentials and logarithms.

from decimal._core import (coefficient_of, compare, count_digits, digits_of, divide, exponent_of,
                           finish, is_whole, kind_of, make, note, quiet_copy, sign_of, signals,
                           whole_power)
from decimal._number import FINITE, INF, MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, invalid, is_zero, nan_of
from decimal._signals import ANY_INVALID, INEXACT, INVALID, ROUNDED
from math import isqrt as _isqrt

# ---- series --------------------------------------------------------------------------------------
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


def _scaled(d, places):
    # a finite number as fixed point, cut
    shift = exponent_of(d) + places
    value = coefficient_of(d) * 10 ** shift if shift >= 0 else coefficient_of(d) // 10 ** -shift
    return -value if sign_of(d) else value


def _fixed_log(d, places):
    digits = count_digits(coefficient_of(d))
    k = digits + exponent_of(d) - 1
    if k == -1:  # just below 1: nothing is to cancel
        return _fixed_ln(coefficient_of(d), 10 ** -exponent_of(d), places)
    return (_fixed_ln(coefficient_of(d), 10 ** (digits - 1), places + 5)
            + k * _fixed_ln10(places + 5)) // 10 ** 5


def _correctly(approximate, context, negative):
    """approximate(places): a fixed-point value to within 100 units; rounded as if it were exact."""
    places = context.prec + 10
    while True:
        value = abs(approximate(places))
        digits = count_digits(value)
        if digits >= context.prec + 6:
            cut = digits - context.prec - 1
            low, rest = divmod(value, 10 ** cut)
            if 100 < rest < 10 ** cut - 100 or places > 20 * context.prec + 2000:
                # not exact, so a last digit of 0 or 5 must not look so
                return finish(negative, low + (low % 5 == 0), cut - places, context)
        places += max(10, context.prec + 8 - digits)


def _half_even(operation):
    # these round half to even, whatever the context says
    def rounded(d, context):
        if context.rounding == ROUND_HALF_EVEN:
            return operation(d, context)
        work = quiet_copy(context)
        work.rounding = ROUND_HALF_EVEN
        result = operation(d, work)
        status = signals(work, 0)
        note(context, status & ~ANY_INVALID | INVALID if status & ANY_INVALID else status)
        return result
    return rounded


def _unbounded(context):
    # for what is rounded into the context's bounds later
    work = quiet_copy(context)
    work.Emax, work.Emin, work.clamp = MAX_EMAX, MIN_EMIN, 0
    return work


# ---- functions of one number ---------------------------------------------------------------------

def _against_one(d):
    return compare(d, make(0, 1, 0))


def _edge_of_log(d, context):
    # of zeros, negative numbers, infinity
    if is_zero(d):
        return make(1, 0, 0, INF)
    return invalid(context) if sign_of(d) else d


@_half_even
def exp(d, context):
    nan = nan_of(context, d)
    if nan is not None:
        return nan
    if kind_of(d):
        return make(0, 0, 0) if sign_of(d) else d
    if not coefficient_of(d):
        return make(0, 1, 0)
    if d.adjusted() > len(str((max(context.Emax, -context.Emin) + 1) * 3)):
        if sign_of(d):
            return finish(0, 1, context.Emin - context.prec - 5, context)
        return finish(0, 1, context.Emax + 1, context)
    if d.adjusted() < -context.prec - 2:
        tiny = 10 ** (context.prec + 2)
        return finish(0, tiny + (-1 if sign_of(d) else 1), -context.prec - 2, context)

    # e**x = 10**k * e**r, with r = x - k ln 10
    def approximate(places):
        work = places + 10 + max(0, d.adjusted())
        x = _scaled(d, work)
        ln10 = _fixed_ln10(work)
        k, r = divmod(x, ln10)
        shift[0] = k
        return _fixed_exp(r // 10 ** (work - places), places)

    shift = [0]
    result = _correctly(approximate, _unbounded(context), 0)
    return finish(0, coefficient_of(result), exponent_of(result) + shift[0], context, INEXACT | ROUNDED)


@_half_even
def ln(d, context):
    nan = nan_of(context, d)
    if nan is not None:
        return nan
    if is_zero(d) or sign_of(d) or kind_of(d):
        return _edge_of_log(d, context)
    order = _against_one(d)
    if order == 0:
        return make(0, 0, 0)
    return _correctly(lambda places: _fixed_log(d, places), context, int(order < 0))


@_half_even
def log10(d, context):
    nan = nan_of(context, d)
    if nan is not None:
        return nan
    if is_zero(d) or sign_of(d) or kind_of(d):
        return _edge_of_log(d, context)
    digits = count_digits(coefficient_of(d))
    if coefficient_of(d) == 10 ** (digits - 1):
        k = digits + exponent_of(d) - 1
        return finish(int(k < 0), abs(k), 0, context)

    def approximate(places):
        return _fixed_log(d, places + 10) * 10 ** (places + 10) // _fixed_ln10(places + 10) // 10 ** 10
    return _correctly(approximate, context, int(_against_one(d) < 0))


# ---- powers --------------------------------------------------------------------------------------

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
    if not -50 < b.adjusted() < 4:
        return None
    n, d = b.as_integer_ratio()
    x, y = a.as_integer_ratio()
    if d > max(x.bit_length(), y.bit_length()) or abs(n) > 1000:
        return None
    rx, ry = _whole_root(x, d), _whole_root(y, d)
    if rx ** d != x or ry ** d != y:
        return None
    x, y = (rx, ry) if n > 0 else (ry, rx)
    x, y = x ** abs(n), y ** abs(n)
    work = quiet_copy(context)
    work.prec = context.prec + 2
    value = divide(make(0, x, 0), make(0, y, 0), work)
    pad = context.prec - count_digits(coefficient_of(value))
    if signals(work, 0) & INEXACT or pad < 0:
        return None
    return coefficient_of(value) * 10 ** pad, exponent_of(value) - pad


def _real_power(a, b, sign, context):
    # so small an exponent that libmpdec's digits show nothing but 1
    if b.adjusted() + len(str(abs(a.adjusted()) + 1)) + 1 < -max(digits_of(a), context.prec) - 23:
        return _inexact_one(context)
    shift = [0]
    estimate = _fixed_log(a, 20) * _scaled(b, 20) // 10 ** 20 // 10 ** 20
    if abs(estimate) > 3 * (max(context.Emax, -context.Emin) + context.prec) + 100:
        far = context.Emax + 1 if estimate > 0 else context.Emin - context.prec - 5
        return finish(sign, 1, far, context)
    size = len(str(abs(estimate))) + max(0, b.adjusted()) + 5

    def approximate(places):
        work = places + size
        x = _fixed_log(a, work) * coefficient_of(b)
        x = x * 10 ** exponent_of(b) if exponent_of(b) >= 0 else x // 10 ** -exponent_of(b)
        if sign_of(b):
            x = -x
        k, r = divmod(x, _fixed_ln10(work))
        shift[0] = k
        return _fixed_exp(r // 10 ** (work - places), places)

    exact = _exact_root_power(a, b, context)
    if exact is not None:
        return finish(sign, *exact, context, ROUNDED | INEXACT)
    result = _correctly(approximate, _unbounded(context), sign)
    return finish(sign, coefficient_of(result), exponent_of(result) + shift[0], context, INEXACT | ROUNDED)


def _edge_of_power(a, b, whole, sign, context):
    # of or to a zero or an infinity, or of a negative number to a fraction; None: none of these
    if is_zero(b):
        return invalid(context) if is_zero(a) else make(0, 1, 0)
    if sign_of(a) and not whole:
        if is_zero(a):
            return make(0, 0, 0, INF) if sign_of(b) else finish(0, 0, 0, context)
        return invalid(context)
    if is_zero(a):
        return make(sign, 0, 0, INF) if sign_of(b) else make(sign, 0, 0)
    if kind_of(a):
        return make(sign, 0, 0) if sign_of(b) else make(sign, 0, 0, INF)
    if not kind_of(b):
        return None
    order = _against_one(a.copy_abs())
    if order == 0:
        return _inexact_one(context)
    return make(0, 0, 0) if (order > 0) == bool(sign_of(b)) else make(0, 0, 0, INF)


def _inexact_one(context):
    return finish(0, 10 ** (context.prec - 1), 1 - context.prec, context, INEXACT | ROUNDED)


def _power_of_one(a, b, sign, context):
    # to a whole number: with as many zeros as the exponents call for and there is room for
    times = 0 if sign_of(b) else context.prec if b.adjusted() > 20 else min(int(b), context.prec)
    exponent = exponent_of(a) * times
    if exponent < 1 - context.prec:
        exponent = 1 - context.prec
        note(context, ROUNDED)
    return make(sign, 10 ** -exponent if exponent < 0 else 1, min(exponent, 0))


def power(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    whole = kind_of(b) == FINITE and is_whole(b)
    odd = whole and exponent_of(b) <= 0 and abs(int(b)) & 1
    sign = int(bool(sign_of(a) and odd))
    result = _edge_of_power(a, b, whole, sign, context)
    if result is not None:
        return result
    magnitude = a.copy_abs()
    if _against_one(magnitude) == 0:
        return _power_of_one(a, b, sign, context) if whole else _inexact_one(context)
    if whole:
        result = whole_power(a, b, context)
        if result is not None:
            return result
    return _real_power(magnitude, b, sign, context)


def power_modulo(a, b, c, context):
    nan = nan_of(context, a, b, c)
    if nan is not None:
        return nan
    if (kind_of(a) or kind_of(b) or kind_of(c) or not (is_whole(a) and is_whole(b) and is_whole(c)) or sign_of(b)
            or not coefficient_of(c) or c.adjusted() >= context.prec or (not coefficient_of(a) and not coefficient_of(b))):
        return invalid(context)
    value = pow(abs(int(a)), int(b), abs(int(c)))
    return make(int(bool(sign_of(a) and int(b) & 1)), value, 0)
