# format() of decimal numbers.

from decimal._core import (coefficient_of, count_digits, digit_text, exponent_of, kind_of, make,
                           number_text, rescaled, sign_of)
from decimal._number import ROUND_CEILING, ROUND_FLOOR, drop


def _pointed(digits, point):
    """Digits with the point behind that many of them: what stands before it, and behind."""
    if point <= 0:
        return "0", "0" * -point + digits
    return digits[:point] + "0" * (point - len(digits)), digits[point:]


# ---- formats -------------------------------------------------------------------------------------

class _Spec:
    __slots__ = ("fill", "align", "sign", "no_negative_zero", "width", "comma", "precision", "kind",
                 "zero")

    def __init__(self, spec):
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
        self.fill, self.align, self.sign, self.width = fill, align or ">", sign, width
        self.no_negative_zero, self.comma, self.zero = no_negative_zero, comma, zero
        self.precision, self.kind = precision, kind


def _flipped(rounding, negative):
    # how to round a magnitude so that the signed number is rounded as asked
    if negative and rounding in (ROUND_CEILING, ROUND_FLOOR):
        return ROUND_FLOOR if rounding == ROUND_CEILING else ROUND_CEILING
    return rounding


def _to_digits(d, digits, rounding):
    if not coefficient_of(d):
        return d if exponent_of(d) else make(0, 0, 0)
    shift = count_digits(coefficient_of(d)) - digits
    if shift <= 0:
        return make(0, coefficient_of(d) * 10 ** -shift, exponent_of(d) + shift)
    coefficient, _ = drop(coefficient_of(d), shift, rounding, 0)
    if coefficient >= 10 ** digits:
        coefficient //= 10
        shift += 1
    return make(0, coefficient, exponent_of(d) + shift)


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


def _fitted(d, spec, rounding):
    """The magnitude with the digits that a format asks for."""
    if spec.kind == "%":
        d = make(0, coefficient_of(d), exponent_of(d) + 2)
    fixed = spec.kind in ("f", "F", "%")
    if spec.precision is not None:
        digits = spec.precision + 1 if spec.kind in ("e", "E") else max(1, spec.precision)
        if fixed:
            d = rescaled(d, -spec.precision, rounding)[0]
        elif spec.kind in ("e", "E") or count_digits(coefficient_of(d)) > digits:
            d = _to_digits(d, digits, rounding)
    return make(0, 0, 0) if fixed and not coefficient_of(d) and exponent_of(d) > 0 else d


def _laid_out(d, spec, capitals):
    """What stands before the point, from the point on, and the exponent."""
    text = digit_text(coefficient_of(d))
    left = exponent_of(d) + len(text)
    scientific = spec.kind in ("e", "E")
    if scientific and not coefficient_of(d) and spec.precision is not None:
        whole, part, shift = "0", "0" * spec.precision, exponent_of(d) + spec.precision
    else:
        fixed = spec.kind in ("f", "F", "%") or (not scientific and exponent_of(d) <= 0 and left > -6)
        point = left if fixed else 1
        whole, part = _pointed(text, point)
        shift = left - point
    exponent = "%" if spec.kind == "%" else ""
    if shift or scientific:
        small = spec.kind in ("e", "g", "n") or not (capitals or spec.kind in ("E", "G"))
        exponent = f"{'e' if small else 'E'}{shift:+d}" + exponent
    return whole, "." + part if part else "", exponent


def _padded(sign, body, tail, spec, fill, align):
    padding = spec.width - len(sign) - len(body) - len(tail)
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


def formatted(d, text, context):
    """format(d, text)."""
    if not isinstance(text, str):
        raise TypeError("format argument must be str")
    spec = _Spec(text)
    fill, align, negative = spec.fill, spec.align, sign_of(d)
    if kind_of(d):
        body, tail = number_text(d.copy_abs(), False, 1), "%" if spec.kind == "%" else ""
        if fill == "0" and spec.zero:
            fill, align = " ", ">"
    else:
        number = _fitted(d.copy_abs(), spec, _flipped(context.rounding, negative))
        if spec.no_negative_zero and not coefficient_of(number):
            negative = 0
        body, part, exponent = _laid_out(number, spec, context.capitals)
        tail = part + exponent
    sign = "-" if negative else spec.sign if spec.sign in "+ " else ""
    if spec.comma and not kind_of(d):
        body = _grouped(body, spec.width - len(sign) - len(tail) if spec.zero else 0)
    return _padded(sign, body, tail, spec, fill, align)
