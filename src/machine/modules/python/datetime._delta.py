# timedelta: days, seconds and microseconds, of which only the days may be negative.

from _calendar import DAY_US, set_fields
from _library import named_with_module as _named
from datetime._support import of_c, set_slot, type_name, unwritable
from math import modf as _modf
from sys import version_info as _version


def _divide_nearest(a, b):
    # a / b of ints, half to even
    q, r = divmod(a, b)
    twice = 2 * r
    return q + (twice > b or (twice == b and q & 1)) if b > 0 else q + (twice < b or (twice == b and q & 1))


_UNITS = (("microseconds", 1), ("milliseconds", 1000), ("seconds", 1_000_000), ("minutes", 60_000_000),
          ("hours", 3_600_000_000), ("days", DAY_US), ("weeks", 7 * DAY_US))


def _sum_units(values):
    # exact for ints; what is left of floats is added up apart, and rounded once
    total, rest = 0, 0.0
    for name, factor in _UNITS:
        value = values[name]
        if isinstance(value, int):
            total += value * factor
        elif isinstance(value, float):
            part, whole = _modf(value)
            total += int(whole) * factor
            if part:
                part, whole = _modf(part * factor)
                rest += part
                total += int(whole)
        else:
            raise TypeError(f"unsupported type for timedelta {name} component: {type_name(value)}")
    if rest:
        nearest = float(int(rest + 0.5) if rest >= 0 else -int(-rest + 0.5))
        if abs(nearest - rest) == 0.5:
            odd = total & 1
            half = (rest + odd) * 0.5
            nearest = 2.0 * (int(half + 0.5) if half >= 0 else -int(-half + 0.5)) - odd
        total += int(nearest)
    return total


_DELTA_SLOTS = ("_days", "_seconds", "_microseconds")


def make_delta(us, cls=None):
    days, us = divmod(us, DAY_US)
    seconds, us = divmod(us, 1_000_000)
    if not -2147483648 <= days <= 2147483647:
        raise OverflowError("Python int too large to convert to C int")
    if not -999999999 <= days <= 999999999:
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    self = object.__new__(cls or timedelta)
    set_fields(self, _DELTA_SLOTS, days, seconds, us)
    return self


def us_of(delta):
    return (delta._days * 86400 + delta._seconds) * 1_000_000 + delta._microseconds


@_named
@of_c(40)
class timedelta:
    """A span of time: days, seconds and microseconds."""

    __slots__ = "_days", "_seconds", "_microseconds"

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0,
                *rest, **kw):
        if rest:
            raise TypeError(f"__new__() takes at most 7 arguments ({7 + len(rest) + len(kw)} given)")
        for name in kw:
            if _version >= (3, 13):
                raise TypeError(f"__new__() got an unexpected keyword argument '{name}'")
            raise TypeError(f"'{name}' is an invalid keyword argument for __new__()")
        if type(days) is int and seconds.__class__ is int and microseconds.__class__ is int \
                and milliseconds == 0 and minutes == 0 and hours == 0 and weeks == 0 \
                and milliseconds.__class__ is int and minutes.__class__ is int \
                and hours.__class__ is int and weeks.__class__ is int:
            return make_delta((days * 86400 + seconds) * 1_000_000 + microseconds, cls)
        return make_delta(_sum_units(dict(
            days=days, seconds=seconds, microseconds=microseconds, milliseconds=milliseconds,
            minutes=minutes, hours=hours, weeks=weeks)), cls)

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)
    __setattr__ = unwritable("days", "seconds", "microseconds")

    def total_seconds(self):
        """The whole span in seconds."""
        return us_of(self) / 10 ** 6

    def __repr__(self):
        args = [f"{name}={value}" for name, value in (("days", self._days), ("seconds", self._seconds),
                                                      ("microseconds", self._microseconds)) if value]
        name = "datetime.timedelta" if type(self) is timedelta else type(self).__qualname__
        return f"{name}({', '.join(args) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        return f"{text}.{self._microseconds:06d}" if self._microseconds else text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return make_delta(us_of(self) + us_of(other))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return make_delta(us_of(self) - us_of(other))
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return make_delta(us_of(other) - us_of(self))
        return NotImplemented

    def __neg__(self):
        return make_delta(-us_of(self))

    def __pos__(self):
        return make_delta(us_of(self))

    def __abs__(self):
        return make_delta(abs(us_of(self)))

    def __mul__(self, other):
        if isinstance(other, int):
            return make_delta(us_of(self) * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return make_delta(_divide_nearest(us_of(self) * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            if not us_of(other):
                raise ZeroDivisionError("integer division or modulo by zero")
            return us_of(self) // us_of(other)
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return make_delta(us_of(self) // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return us_of(self) / us_of(other)
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return make_delta(_divide_nearest(us_of(self), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            if not a:
                raise ZeroDivisionError("integer division or modulo by zero")
            return make_delta(_divide_nearest(us_of(self) * b, a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            if not us_of(other):
                raise ZeroDivisionError("integer modulo by zero")
            return make_delta(us_of(self) % us_of(other))
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            if not us_of(other):
                raise ZeroDivisionError("integer division or modulo by zero")
            q, r = divmod(us_of(self), us_of(other))
            return q, make_delta(r)
        return NotImplemented

    def __bool__(self):
        return us_of(self) != 0

    def __eq__(self, other):
        return us_of(self) == us_of(other) if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return us_of(self) < us_of(other) if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return us_of(self) <= us_of(other) if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return us_of(self) > us_of(other) if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return us_of(self) >= us_of(other) if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)
