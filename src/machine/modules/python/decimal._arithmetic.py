# The operations of decimal arithmetic that need no series and are seldom used.

from decimal._core import (add, coefficient_of, compare, count_digits, exponent_of, finish,
                           finish_decimal, kind_of, make, note, quiet_copy, rescaled, sign_of)
from decimal._number import (FINITE, INF, QNAN, ROUND_CEILING, ROUND_FLOOR, SNAN, another, invalid, is_zero,
                             nan_of)
from decimal._signals import (CLAMPED, IMPOSSIBLE, INEXACT, INVALID, OVERFLOW, ROUNDED, SUBNORMAL,
                              UNDEFINED, UNDERFLOW, ZERO)


def remainder_near(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    if kind_of(a):
        return invalid(context)
    if is_zero(b):
        return invalid(context, INVALID if coefficient_of(a) else UNDEFINED)
    if kind_of(b):
        return finish_decimal(a, context)
    exponent = min(exponent_of(a), exponent_of(b))
    if not coefficient_of(a):
        return finish(sign_of(a), 0, exponent, context)
    if a.adjusted() - b.adjusted() >= context.prec + 1:
        return invalid(context, IMPOSSIBLE)
    x = coefficient_of(a) * 10 ** (exponent_of(a) - exponent)
    y = coefficient_of(b) * 10 ** (exponent_of(b) - exponent)
    q, r = divmod(x, y)
    if 2 * r + (q & 1) > y:
        r -= y
        q += 1
    if q >= 10 ** context.prec:
        return invalid(context, IMPOSSIBLE)
    return finish(sign_of(a) ^ (r < 0), abs(r), exponent, context)


def compare_decimal(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    order = compare(a, b)
    return make(int(order < 0), abs(order), 0)


def _total_rank(d):
    # kinds in their order; among equals the exponent decides
    return {FINITE: 0, INF: 1, SNAN: 2, QNAN: 3}[kind_of(d)]


def _three_way(x, y):
    return (x > y) - (x < y)


def compare_total(a, b):
    if sign_of(a) != sign_of(b):
        return make(sign_of(a), 1, 0)
    order = _three_way(_total_rank(a), _total_rank(b))
    if order == 0 and kind_of(a) >= QNAN:
        order = _three_way(coefficient_of(a), coefficient_of(b))
    elif order == 0 and kind_of(a) == FINITE:
        order = compare(a.copy_abs(), b.copy_abs()) or _three_way(exponent_of(a), exponent_of(b))
    if sign_of(a):
        order = -order
    return make(int(order < 0), abs(order), 0)


def extreme(a, b, context, wanted, magnitude=False):
    if kind_of(a) >= QNAN or kind_of(b) >= QNAN:
        if kind_of(a) == QNAN and kind_of(b) < QNAN:
            return finish_decimal(b, context)
        if kind_of(b) == QNAN and kind_of(a) < QNAN:
            return finish_decimal(a, context)
        return nan_of(context, a, b)
    order = compare(a.copy_abs(), b.copy_abs()) if magnitude else compare(a, b)
    if order == 0:
        total = compare_total(a, b)
        order = -1 if sign_of(total) else coefficient_of(total)
    return finish_decimal(a if order == wanted or order == 0 else b, context)


def to_integral(d, context, rounding, exact):
    nan = nan_of(context, d)
    if nan is not None:
        return nan
    if kind_of(d) or exponent_of(d) >= 0:
        return another(d)
    result, inexact = rescaled(d, 0, context.rounding if rounding is None else rounding)
    if exact and coefficient_of(d):
        note(context, ROUNDED | (INEXACT if inexact else 0))
    return result


def logb(d, context):
    nan = nan_of(context, d)
    if nan is not None:
        return nan
    if kind_of(d):
        return make(0, 0, 0, INF)
    if not coefficient_of(d):
        note(context, ZERO)
        return make(1, 0, 0, INF)
    k = d.adjusted()
    return finish(int(k < 0), abs(k), 0, context)


def scaleb(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    if kind_of(b) or exponent_of(b) != 0 or coefficient_of(b) > 2 * (context.Emax + context.prec):
        return invalid(context)
    if kind_of(a):
        return another(a)
    return finish(sign_of(a), coefficient_of(a), exponent_of(a) + int(b), context)


def next_number(d, context, rounding):
    nan = nan_of(context, d)
    if nan is not None:
        return nan
    up = rounding == ROUND_CEILING
    if kind_of(d):
        if bool(sign_of(d)) == up:
            return make(sign_of(d), 10 ** context.prec - 1, context.Emax - context.prec + 1)
        return another(d)
    quiet = quiet_copy(context)
    quiet.rounding = rounding
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
    if kind_of(result):
        note(context, OVERFLOW | INEXACT | ROUNDED)
    elif result.adjusted() < context.Emin:
        note(context, UNDERFLOW | SUBNORMAL | INEXACT | ROUNDED | (0 if coefficient_of(result) else CLAMPED))
    return result
