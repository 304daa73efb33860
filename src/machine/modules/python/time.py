# time: the calendar of UTC, over the machine's clocks.

from _calendar import (DAYS as _DAYS, MONTHS as _MONTHS, days_before_year as _days_before_year,
                       from_ordinal as _from_ordinal, to_ordinal as _to_ordinal)
from _library import (builtin as _builtin, index as _index, named_with_module as _named,
                      tuple_builtin as _tuple_builtin)
from sys import version_info as _version
from _machine import uncounted as _uncounted

_dict = dict

CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID = range(4)
timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")

_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday",
           "tm_isdst")


@_named
class struct_time(tuple):
    """A moment as its nine fields; tm_zone and tm_gmtoff have no place in the tuple."""

    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0

    def __new__(cls, sequence, dict=None):
        if not hasattr(sequence, "__iter__") and not hasattr(sequence, "__getitem__"):
            raise TypeError("constructor requires a sequence")
        items = tuple(sequence)
        if not 9 <= len(items) <= 11:
            bound = "at least 9" if len(items) < 9 else "at most 11"
            raise TypeError(f"time.struct_time() takes an {bound}-sequence ({len(items)}-sequence given)")
        if dict is not None and not isinstance(dict, _dict):
            raise TypeError("time.struct_time() takes a dict as second arg, if any")
        self = tuple.__new__(cls, items[:9])
        unnamed = _dict(zip(("tm_zone", "tm_gmtoff"), items[9:]))
        if dict and _version >= (3, 13) and (dict.keys() & unnamed or dict.keys() - {"tm_zone", "tm_gmtoff"}):
            raise TypeError("time.struct_time() got duplicate or unexpected field name(s)")
        for name in ("tm_zone", "tm_gmtoff"):
            self.__dict__[name] = unnamed[name] if name in unnamed else (dict or {}).get(name)
        return self

    def __sizeof__(self):  # up to 3.12 without the fields that have no place
        size = 24 + 8 * (11 if _version >= (3, 13) else 9)
        return size - 16 * (_version >= (3, 12))  # CPython's has no dict in front of it

    def __repr__(self):
        return "time.struct_time(" + ", ".join(
            f"{name}={value!r}" for name, value in zip(_FIELDS, self)) + ")"

    def __setattr__(self, name, value):
        if name in _FIELDS or name in ("tm_zone", "tm_gmtoff"):
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'time.struct_time' object has no attribute '{name}'")

    if _version >= (3, 13):
        def __replace__(self, **changes):
            odd = [name for name in changes if name not in _FIELDS and name not in ("tm_zone", "tm_gmtoff")]
            if odd:
                raise TypeError(f"Got unexpected field name(s): {odd!r}")
            more = {name: changes.get(name, getattr(self, name)) for name in ("tm_zone", "tm_gmtoff")}
            return struct_time([changes.get(name, value) for name, value in zip(_FIELDS, self)], more)

    def __reduce__(self):
        return struct_time, (tuple(self), {"tm_zone": self.tm_zone, "tm_gmtoff": self.tm_gmtoff})


def _field(i):
    return property(lambda self: self[i])


for _i, _name in enumerate(_FIELDS):
    setattr(struct_time, _name, _field(_i))
struct_time.__match_args__ = _FIELDS
del _i, _name, _field


_EPOCH = _days_before_year(1970)


def _split(when, zone):
    # whole seconds since 1970 as the fields of a struct_time
    days, rest = divmod(when, 86400)
    hour, rest = divmod(rest, 3600)
    minute, second = divmod(rest, 60)
    ordinal = days + _EPOCH + 1
    year, month, mday = _from_ordinal(ordinal)
    return (year, month, mday, hour, minute, second, (days + 3) % 7, ordinal - _days_before_year(year), 0,
            zone, 0)


def _kind(value):
    return "None" if value is None else type(value).__name__


def _whole(secs):
    if secs is None:
        return time_ns() // 1_000_000_000
    if isinstance(secs, float):
        if secs != secs:
            raise ValueError("Invalid value NaN (not a number)")
        if not -1e17 < secs < 1e17:
            raise OverflowError("timestamp out of range for platform time_t")
        return int(secs // 1)
    return _index(secs)


@_tuple_builtin
def gmtime(secs=None, /):
    """A moment as a struct_time in UTC."""
    return struct_time(_split(_whole(secs), "GMT"))


@_tuple_builtin
def localtime(secs=None, /):
    """The same, since the time zone is UTC too."""
    return struct_time(_split(_whole(secs), "UTC"))


@_builtin
def mktime(t, /):
    """The seconds since 1970 of a struct_time."""
    year, month, day, hour, minute, second = _checked_tuple(t, "mktime")[:6]
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    days = _to_ordinal(year, month, day) - _EPOCH - 1
    return float(days * 86400 + hour * 3600 + minute * 60 + second)


def _checked_tuple(t, function):
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError(f"{function}(): illegal time tuple argument")
    fields = tuple(map(_index, t))
    _check_year(fields[0])
    return fields


def _check_year(year):
    # an int in C, and less 1900 still one
    if not -1 << 63 <= year < 1 << 63:
        raise OverflowError("Python int too large to convert to C long")
    if not -1 << 31 <= year < 1 << 31:
        raise OverflowError(f"signed integer is {'greater' if year > 0 else 'less'} than "
                            f"{'maximum' if year > 0 else 'minimum'}")
    if year - 1900 < -1 << 31:
        raise OverflowError("year out of range")


def _checked_fields(t, function):
    # as strftime and asctime want them: zeros where C allows them, else within bounds
    year, month, day, hour, minute, second, wday, yday, dst = _checked_tuple(t, function)
    month, day, yday = month or 1, day or 1, yday or 1
    for what, value, low, high in (("month", month, 1, 12), ("day of month", day, 1, 31),
                                   ("hour", hour, 0, 23), ("minute", minute, 0, 59),
                                   ("seconds", second, 0, 61)):
        if not low <= value <= high:
            raise ValueError(what + " out of range")
    if wday < -1:
        raise ValueError("day of week out of range")
    if not 1 <= yday <= 366:
        raise ValueError("day of year out of range")
    return year, month, day, hour, minute, second, (wday + 1) % 7, yday, dst


@_builtin
def asctime(t=None, /):
    """A struct_time as 'Wed Jan  1 00:00:00 2025'."""
    year, month, day, hour, minute, second, wday, _, _ = _checked_fields(
        gmtime() if t is None else t, "asctime")
    return (f"{_DAYS[wday - 1]} {_MONTHS[month]}{day:3d} "
            f"{hour:02d}:{minute:02d}:{second:02d} {year}")


@_tuple_builtin
def ctime(secs=None, /):
    """asctime(localtime(secs))."""
    return asctime(gmtime(secs))


@_tuple_builtin
def strftime(format, t=None, /):
    """A struct_time as text."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {_kind(format)}")
    _uncounted()
    from _strftime import strftime as written
    fields = _checked_fields(gmtime() if t is None else t, "strftime")
    zone = getattr(t, "tm_zone", None)
    return written(format, *fields[:8], "UTC" if zone is None else zone, 0)


@_tuple_builtin
def strptime(*args):
    """The struct_time that a text stands for."""
    from _strptime import _strptime_time
    return _strptime_time(*args)


@_builtin
def tzset():
    """Nothing: the time zone is always UTC."""


@_tuple_builtin
def get_clock_info(name, /):
    """What a clock is."""
    clocks = {"time": (True, "clock_gettime(CLOCK_REALTIME)"),
              "monotonic": (False, "clock_gettime(CLOCK_MONOTONIC)"),
              "perf_counter": (False, "clock_gettime(CLOCK_MONOTONIC)"),
              "process_time": (False, "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)"),
              "thread_time": (False, "clock_gettime(CLOCK_THREAD_CPUTIME_ID)")}
    if not isinstance(name, str):
        raise TypeError(f"get_clock_info() argument 1 must be str, not {_kind(name)}")
    if name not in clocks:
        raise ValueError("unknown clock")
    from types import SimpleNamespace
    adjustable, implementation = clocks[name]
    return SimpleNamespace(adjustable=adjustable, implementation=implementation,
                           monotonic=not adjustable, resolution=1e-09)
