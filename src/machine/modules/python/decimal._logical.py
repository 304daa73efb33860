# The operations on the digits of decimal numbers: logical ones, on numbers whose digits are all 0 or 1,
# and those that move digits.

from decimal._core import coefficient_of, digit_text, exponent_of, kind_of, make, sign_of
from decimal._number import FINITE, another, invalid, nan_of


def _digits(d, context):
    """As many digits as the context has room for; None if these are no logical digits."""
    text = digit_text(coefficient_of(d))
    if kind_of(d) != FINITE or sign_of(d) or exponent_of(d) or text.strip("01"):
        return None
    return text.zfill(context.prec)[-context.prec:]


def _digit_by_digit(table):
    def operation(a, b, context):
        x, y = _digits(a, context), _digits(b, context)
        if x is None or y is None:
            return invalid(context)
        return make(0, int("".join([table[p + q] for p, q in zip(x, y)])), 0)
    return operation


logical_and = _digit_by_digit({"00": "0", "01": "0", "10": "0", "11": "1"})
logical_or = _digit_by_digit({"00": "0", "01": "1", "10": "1", "11": "1"})
logical_xor = _digit_by_digit({"00": "0", "01": "1", "10": "1", "11": "0"})


def logical_invert(a, context):
    x = _digits(a, context)
    if x is None:
        return invalid(context)
    return make(0, int("".join(["1" if p == "0" else "0" for p in x])), 0)


def _moved(move):
    # by a whole number of places, at most as many as there is room for
    def operation(a, b, context):
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        places = -coefficient_of(b) if sign_of(b) else coefficient_of(b)
        if kind_of(b) or exponent_of(b) or not -context.prec <= places <= context.prec:
            return invalid(context)
        if kind_of(a):
            return another(a)
        unit = 10 ** context.prec
        return make(sign_of(a), move(coefficient_of(a) % unit, places, unit, context.prec),
                    exponent_of(a))
    return operation


def _rotated(n, places, unit, prec):
    high, low = divmod(n, 10 ** ((-places) % prec if places % prec else prec))
    return low * 10 ** (places % prec) + high


rotate = _moved(_rotated)
shift = _moved(lambda n, places, unit, prec: n * 10 ** places % unit if places >= 0
               else n // 10 ** -places)
