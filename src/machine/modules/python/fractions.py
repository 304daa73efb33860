# fractions: rational numbers.
#
# A Fraction is a numerator and a positive denominator without a common divisor, always: __new__
# reduces what it is given, and every operation makes its result by _make.

import math
import numbers
import sys

_version = sys.version_info[:2]

__all__ = ["Fraction"]

_MODULUS = sys.hash_info.modulus
_INF = sys.hash_info.inf


def _digits(text):
    """Digits with single underscores between them, or None."""
    for part in text.split("_"):
        if not part.isdecimal():
            return None
    return int(text)


def _parse(text):
    """'3/4', '-0.25', '1e3' as a pair, or None."""
    body = text.strip()
    sign = -1 if body[:1] == "-" else 1
    if body[:1] in ("-", "+"):
        body = body[1:]
    head, slash, tail = body.partition("/")
    if slash:
        if _version >= (3, 12):
            head, tail = head.rstrip(), tail.lstrip()
        numerator, denominator = _digits(head), _digits(tail)
        if numerator is None or denominator is None:
            return None
        return sign * numerator, denominator
    mantissa, _, exponent = body.replace("E", "e").partition("e")
    if _ and (exponent.lstrip("+-") == "" or len(exponent) - len(exponent.lstrip("+-")) > 1):
        return None
    whole, _, decimals = mantissa.partition(".")
    if not whole and not decimals:
        return None
    numerator = _digits(whole) if whole else 0
    fraction = _digits(decimals) if decimals else 0
    if numerator is None or fraction is None:
        return None
    denominator = 1
    if decimals:
        denominator = 10 ** len(decimals.replace("_", ""))
        numerator = numerator * denominator + fraction
    if exponent:
        power = _digits(exponent.lstrip("+-"))
        if power is None:
            return None
        if exponent[0] == "-":
            denominator *= 10 ** power
        else:
            numerator *= 10 ** power
    return sign * numerator, denominator


def _make(numerator, denominator):
    """A Fraction of two ints that have no common divisor."""
    made = object.__new__(Fraction)
    made._numerator = numerator
    made._denominator = denominator
    return made


def _operators(exact, builtin, for_complex=True):
    """The two methods of an operator: exact for rationals, the builtin one for other numbers."""

    def forward(a, b):
        if isinstance(b, Fraction):
            return exact(a, b)
        if isinstance(b, int):
            return exact(a, Fraction(b))
        if isinstance(b, float):
            return builtin(float(a), b)
        if for_complex and isinstance(b, complex):
            return builtin(complex(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, numbers.Rational):
            return exact(Fraction(a), b)
        if not isinstance(a, numbers.Complex if for_complex else numbers.Real):
            return NotImplemented
        kind = float if isinstance(a, numbers.Real) else complex
        return builtin(kind(a), kind(b))

    return forward, reverse


class Fraction(numbers.Rational):
    """A numerator over a denominator, in lowest terms, the denominator positive."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            pair = cls._pair_of(numerator)
            if pair is not None:
                self._numerator, self._denominator = pair
                return self
            pair = _parse(numerator)
            if pair is None:
                raise ValueError(f"Invalid literal for Fraction: {numerator!r}")
            numerator, denominator = pair
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        divisor = math.gcd(numerator, denominator)
        if denominator < 0:
            divisor = -divisor
        self._numerator = numerator // divisor
        self._denominator = denominator // divisor
        return self

    @staticmethod
    def _pair_of(value):
        """The two ints of a number, in lowest terms; None for a str."""
        if type(value) is int:
            return value, 1
        if isinstance(value, numbers.Rational):
            return value.numerator, value.denominator
        if isinstance(value, str):
            return None
        if isinstance(value, float) or hasattr(value, "as_integer_ratio"):
            return value.as_integer_ratio()
        raise TypeError("argument should be a string or a Rational instance")

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} "
                            f"({type(f).__name__})")
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        if isinstance(dec, numbers.Integral):
            return cls(int(dec))
        from decimal import Decimal
        if not isinstance(dec, Decimal):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls(*dec.as_integer_ratio())

    if _version >= (3, 12):
        def is_integer(self):
            return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is no greater."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # The continued fraction, cut ever later: each is nearer than the one before, and the next is
        # the last one so many times, plus the one before.
        before, last = (0, 1), (1, 0)
        n, d = self.as_integer_ratio()
        while True:
            times, rest = divmod(n, d)
            longer = before[0] + times * last[0], before[1] + times * last[1]
            if longer[1] > max_denominator:
                break
            before, last, n, d = last, longer, d, rest
        times = (max_denominator - before[1]) // last[1]
        between = Fraction(before[0] + times * last[0], before[1] + times * last[1])
        return min(Fraction(*last), between, key=lambda f: abs(f - self))

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    if _version >= (3, 12):
        def __format__(self, spec):
            if not spec:
                return str(self)
            return _format(self, spec)

    # ---- arithmetic ----

    def _add(a, b):
        return Fraction(a._numerator * b._denominator + b._numerator * a._denominator,
                        a._denominator * b._denominator)

    def _sub(a, b):
        return Fraction(a._numerator * b._denominator - b._numerator * a._denominator,
                        a._denominator * b._denominator)

    def _mul(a, b):
        return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)

    def _div(a, b):
        if b._numerator == 0:
            sign = (a._numerator > 0) - (a._numerator < 0)
            over = sign if _version < (3, 12) else b._denominator
            raise ZeroDivisionError(f"Fraction({over}, 0)")
        return Fraction(a._numerator * b._denominator, a._denominator * b._numerator)

    def _floordiv(a, b):
        return (a._numerator * b._denominator) // (a._denominator * b._numerator)

    def _mod(a, b):
        return Fraction((a._numerator * b._denominator) % (b._numerator * a._denominator),
                        a._denominator * b._denominator)

    def _divmod(a, b):
        quotient, rest = divmod(a._numerator * b._denominator, a._denominator * b._numerator)
        return quotient, Fraction(rest, a._denominator * b._denominator)

    __add__, __radd__ = _operators(_add, lambda a, b: a + b)
    __sub__, __rsub__ = _operators(_sub, lambda a, b: a - b)
    __mul__, __rmul__ = _operators(_mul, lambda a, b: a * b)
    __truediv__, __rtruediv__ = _operators(_div, lambda a, b: a / b)
    __floordiv__, __rfloordiv__ = _operators(_floordiv, lambda a, b: a // b, _version < (3, 13))
    __mod__, __rmod__ = _operators(_mod, lambda a, b: a % b, _version < (3, 13))
    __divmod__, __rdivmod__ = _operators(_divmod, divmod, _version < (3, 13))

    def __pow__(a, b, modulo=None):
        if isinstance(b, numbers.Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            power, over, under = b.numerator, a._numerator, a._denominator
            if power < 0:
                power, over, under = -power, under, over
                if under == 0:
                    raise ZeroDivisionError(f"Fraction({over ** power}, 0)")
                if under < 0:
                    over, under = -over, -under
            return _make(over ** power, under ** power)
        if _version < (3, 13) or isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a, modulo=None):
        whole = b._denominator == 1
        if isinstance(a, numbers.Rational) and not (whole and b._numerator >= 0):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** (b._numerator if whole else float(b))

    def __pos__(a):
        return _make(a._numerator, a._denominator)

    def __neg__(a):
        return _make(-a._numerator, a._denominator)

    def __abs__(a):
        return _make(abs(a._numerator), a._denominator)

    def __int__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else \
            a._numerator // a._denominator

    __trunc__ = __int__

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator:
                return whole
            if rest * 2 > self._denominator or whole % 2:
                return whole + 1
            return whole
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    # ---- comparing ----

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, _MODULUS)
        except ValueError:
            result = _INF
        else:
            result = hash(hash(abs(self._numerator)) * inverse)
        if self._numerator < 0:
            result = -result
        return -2 if result == -1 else result

    def __eq__(a, b):
        if type(b) is int:
            return a._denominator == 1 and a._numerator == b
        if isinstance(b, numbers.Rational):
            return a._denominator == b.denominator and a._numerator == b.numerator
        value = b.real if isinstance(b, numbers.Complex) and b.imag == 0 else b
        if isinstance(value, float):
            return math.isfinite(value) and a == Fraction(value)
        return NotImplemented

    def _compare(self, other, sign):
        """By cross-multiplication; sign(a, b) compares two numbers."""
        if isinstance(other, numbers.Rational):
            return sign(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return sign(0.0, other)
            return self._compare(Fraction(other), sign)
        return NotImplemented

    def __lt__(a, b):
        return a._compare(b, lambda x, y: x < y)

    def __gt__(a, b):
        return a._compare(b, lambda x, y: x > y)

    def __le__(a, b):
        return a._compare(b, lambda x, y: x <= y)

    def __ge__(a, b):
        return a._compare(b, lambda x, y: x >= y)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator,
                                                                  self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


# ---- format() ----

class _Spec:
    """A format specification, taken apart from the left."""

    def __init__(self, text):
        self.left = text
        self.fill, self.align = " ", ""
        if text[1:2] in tuple("<>=^"):
            self.fill, self.align, self.left = text[0], text[1], text[2:]
        else:
            self.align = self.take("<>=^")
        self.sign = self.take("+- ").replace("-", "")
        self.positive_zero = self.take("z")
        self.alternate = self.take("#")
        self.zeros = self.left[1:2].isdigit() and self.take("0")
        self.width_text = self.number()
        self.width = int(self.width_text or 0)
        self.separator = self.take(",_")
        self.point = self.take(".")
        self.precision = self.number()
        self.kind = self.take("eEfFgG%")

    def take(self, among):
        taken = self.left[:1]
        if not taken or taken not in among:
            return ""
        self.left = self.left[1:]
        return taken

    def number(self):
        digits = 0
        while self.left[digits:digits + 1] in tuple("0123456789"):
            digits += 1
        taken, self.left = self.left[:digits], self.left[digits:]
        return taken

    def well_formed(self):
        """No number but 0 itself begins with 0, and a point has digits behind it."""
        return not self.left and bool(self.point) == bool(self.precision) and not any(
            number[:1] == "0" < number for number in (self.width_text, self.precision))

    def padded(self, sign, body):
        pad = self.fill * (self.width - len(sign) - len(body))
        half = {"<": 0, "=": 0, "^": len(pad) // 2}.get(self.align, len(pad))
        if self.align == "=":
            return sign + pad + body
        return pad[:half] + sign + body + pad[half:]

    def grouped(self, whole, behind):
        """The digits in front of the point: zeros up to the width, then a separator after each three."""
        if self.zeros:
            room = self.width - behind
            whole = whole.zfill(room * 3 // 4 + 1 if self.separator else room)
        if self.separator:
            parts = [whole[max(i - 3, 0):i] for i in range(len(whole), 0, -3)]
            whole = self.separator.join(reversed(parts))
        return whole


def _rounded(n, d, exponent):
    """How many times 10**exponent goes into n/d, to the nearest, halves to even."""
    if exponent > 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    count, left = divmod(n, d)
    return count + (2 * left > d or 2 * left == d and count % 2)


def _figures(n, d, figures):
    """n/d rounded to so many digits: these as an int, and the exponent of the last."""
    if not n:
        return 0, 1 - figures
    first = len(str(n)) - len(str(d))
    if n * 10 ** max(-first, 0) < d * 10 ** max(first, 0):
        first -= 1
    digits, last = _rounded(n, d, first - figures + 1), first - figures + 1
    return (digits // 10, last + 1) if digits == 10 ** figures else (digits, last)


def _as_float(value, spec):
    """e, f, g and %, worked out exactly."""
    n, d, kind = abs(value._numerator), value._denominator, spec.kind
    precision = int(spec.precision or 6)
    behind, scientific = precision, False
    if kind in "fF%":
        digits = _rounded(n * 100 if kind == "%" else n, d, -precision)
    else:
        figures = precision + 1 if kind in "eE" else max(precision, 1)
        digits, last = _figures(n, d, figures)
        scientific = kind in "eE" or last > 0 or last + figures <= -4
        behind = figures - 1 if scientific else -last
    text = str(digits).zfill(behind + 1)
    whole, decimals = text[:len(text) - behind], text[len(text) - behind:]
    if kind in "gG" and not spec.alternate:
        decimals = decimals.rstrip("0")
    tail = "." + decimals if decimals or spec.alternate else ""
    if scientific:
        tail += f"{'E' if kind.isupper() else 'e'}{last + behind:+03d}"
    elif kind == "%":
        tail += "%"
    sign = "-" if value._numerator < 0 and (digits or not spec.positive_zero) else spec.sign
    return spec.padded(sign, spec.grouped(whole, len(sign) + len(tail)) + tail)


def _as_ratio(value, spec):
    """Without a letter: 3/4; # writes /1, too."""
    sign = "-" if value._numerator < 0 else spec.sign
    body = f"{abs(value._numerator):{spec.separator}}"
    if spec.alternate or value._denominator != 1:
        body += f"/{value._denominator:{spec.separator}}"
    return spec.padded(sign, body)


def _format(value, text):
    spec = _Spec(text)
    bad = f"Invalid format specifier {text!r} for object of type {type(value).__name__!r}"
    if spec.well_formed():
        if spec.kind and not (spec.zeros and spec.align):
            return _as_float(value, spec)
        if spec.kind and _version < (3, 13):
            bad += "; can't use explicit alignment when zero-padding"
        elif not (spec.kind or spec.zeros or spec.point or spec.positive_zero) and _version >= (3, 13):
            return _as_ratio(value, spec)
    raise ValueError(bad)
