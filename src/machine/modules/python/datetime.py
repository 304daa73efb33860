# datetime: dates, times and what lies between, of the Gregorian calendar carried back to year 1.
#
# A date is its ordinal, a count of days from 0001-01-01, as much as its year, month and day; a
# timedelta is days, seconds and microseconds, of which only the days may be negative.  The local time
# zone is UTC, and now() is the machine's own clock.

import time as _time
from _library import index, named_with_module as _named
from math import modf as _modf
from sys import version_info as _version

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR, MAXYEAR = 1, 9999
_LAST_ORDINAL = 3652059
_DAY_US = 86_400_000_000
_no = object()

# ---- the calendar ------------------------------------------------------------------------------

_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_days(year, month):
    return 29 if month == 2 and _is_leap(year) else _LENGTHS[month]


def _days_before_year(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def _days_before_month(year, month):
    return _BEFORE[month] + (month > 2 and _is_leap(year))


def _to_ordinal(year, month, day):
    return _days_before_year(year) + _days_before_month(year, month) + day


def _from_ordinal(n):
    # cycles of 400, 100, 4 and 1 years; the last day of the longer ones belongs to the cycle before
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = (n + 50) >> 5
    before = _days_before_month(year, month)
    if before > n:
        month -= 1
        before = _days_before_month(year, month)
    return year, month, n - before + 1


def _first_iso_monday(year):
    first = _to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _iso_weeks(year):
    first = (_days_before_year(year) + 7) % 7
    return 53 if first == 3 or (first == 2 and _is_leap(year)) else 52


# ---- arguments -----------------------------------------------------------------------------------

def _check_count(most, args, kw):
    raise TypeError(f"function takes at most {most} argument{'s' * (most > 1)} ({args + len(kw)} given)")


def _check_date(year, month, day):
    for position, (name, value) in enumerate((("year", year), ("month", month), ("day", day)), 1):
        if value is _no:
            raise TypeError(f"function missing required argument '{name}' (pos {position})")
    year, month, day = index(year), index(month), index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _month_days(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second = index(hour), index(minute), index(second)
    microsecond, fold = index(microsecond), index(fold)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond, fold


def _check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_type(tz)}'")


def _type(o):
    # as messages of C code name a type
    cls = type(o)
    return cls.__name__ if cls.__module__ != "datetime" else "datetime." + cls.__name__


def _sized(size):
    # CPython's size, of which sys.getsizeof() adds 16 bytes for the collector's head
    def __sizeof__(self):
        return size - 16 + (object.__sizeof__(self) - _plain_size if hasattr(self, "__dict__") else 0)
    return __sizeof__


class _Plain:
    __slots__ = ()


_plain_size = object.__sizeof__(_Plain())


def _unwritable(names):
    # an instance's __setattr__: these attributes are read-only, and there are no others
    def __setattr__(self, name, value):
        if name in names:
            raise AttributeError(f"attribute '{name}' of '{_type(self)}' objects is not writable")
        object.__setattr__(self, name, value)
    return __setattr__


def _divide_nearest(a, b):
    # a / b of ints, half to even
    q, r = divmod(a, b)
    twice = 2 * r
    return q + (twice > b or (twice == b and q & 1)) if b > 0 else q + (twice < b or (twice == b and q & 1))


# ---- timedelta -----------------------------------------------------------------------------------

_UNITS = (("microseconds", 1), ("milliseconds", 1000), ("seconds", 1_000_000), ("minutes", 60_000_000),
          ("hours", 3_600_000_000), ("days", _DAY_US), ("weeks", 7 * _DAY_US))


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
            raise TypeError(f"unsupported type for timedelta {name} component: {_type(value)}")
    if rest:
        nearest = float(int(rest + 0.5) if rest >= 0 else -int(-rest + 0.5))
        if abs(nearest - rest) == 0.5:
            odd = total & 1
            half = (rest + odd) * 0.5
            nearest = 2.0 * (int(half + 0.5) if half >= 0 else -int(-half + 0.5)) - odd
        total += int(nearest)
    return total


def _make_delta(us, cls=None):
    days, us = divmod(us, _DAY_US)
    seconds, us = divmod(us, 1_000_000)
    if not -2147483648 <= days <= 2147483647:
        raise OverflowError("Python int too large to convert to C int")
    if not -999999999 <= days <= 999999999:
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    self = object.__new__(cls or timedelta)
    _set(self, "_days", days)
    _set(self, "_seconds", seconds)
    _set(self, "_microseconds", us)
    return self


_set = object.__setattr__


def _us(delta):
    return (delta._days * 86400 + delta._seconds) * 1_000_000 + delta._microseconds


@_named
class timedelta:
    """A span of time: days, seconds and microseconds."""

    __slots__ = "_days", "_seconds", "_microseconds"
    __sizeof__ = _sized(40)

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
            return _make_delta((days * 86400 + seconds) * 1_000_000 + microseconds, cls)
        return _make_delta(_sum_units(dict(
            days=days, seconds=seconds, microseconds=microseconds, milliseconds=milliseconds,
            minutes=minutes, hours=hours, weeks=weeks)), cls)

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)
    __setattr__ = _unwritable(("days", "seconds", "microseconds"))

    def total_seconds(self):
        """The whole span in seconds."""
        return _us(self) / 10 ** 6

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
            return _make_delta(_us(self) + _us(other))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _make_delta(_us(self) - _us(other))
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return _make_delta(_us(other) - _us(self))
        return NotImplemented

    def __neg__(self):
        return _make_delta(-_us(self))

    def __pos__(self):
        return _make_delta(_us(self))

    def __abs__(self):
        return _make_delta(abs(_us(self)))

    def __mul__(self, other):
        if isinstance(other, int):
            return _make_delta(_us(self) * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _make_delta(_divide_nearest(_us(self) * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            if not _us(other):
                raise ZeroDivisionError("integer division or modulo by zero")
            return _us(self) // _us(other)
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return _make_delta(_us(self) // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return _us(self) / _us(other)
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError("integer division or modulo by zero")
            return _make_delta(_divide_nearest(_us(self), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            if not a:
                raise ZeroDivisionError("integer division or modulo by zero")
            return _make_delta(_divide_nearest(_us(self) * b, a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            if not _us(other):
                raise ZeroDivisionError("integer modulo by zero")
            return _make_delta(_us(self) % _us(other))
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            if not _us(other):
                raise ZeroDivisionError("integer division or modulo by zero")
            q, r = divmod(_us(self), _us(other))
            return q, _make_delta(r)
        return NotImplemented

    def __bool__(self):
        return _us(self) != 0

    def __eq__(self, other):
        return _us(self) == _us(other) if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return _us(self) < _us(other) if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return _us(self) <= _us(other) if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return _us(self) > _us(other) if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return _us(self) >= _us(other) if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)

# ---- time zones ----------------------------------------------------------------------------------


@_named
class tzinfo:
    """What a time zone is: utcoffset(), tzname() and dst() of a moment."""

    __slots__ = ()

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        """The moment in this zone, of which dt is the time in UTC."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        dst = dt.dst()
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        standard = offset - dst
        if standard:
            dt += standard
            dst = dt.dst()
            if dst is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + dst

    def __reduce__(self):
        return type(self), getattr(self, "__getinitargs__", tuple)(), getattr(self, "__dict__", None) or None


def _offset_text(offset, colon=":"):
    us = _us(offset)
    sign = "-" if us < 0 else "+"
    seconds, us = divmod(abs(us), 1_000_000)
    minutes, seconds = divmod(seconds, 60)
    text = f"{sign}{minutes // 60:02d}{colon}{minutes % 60:02d}"
    if seconds or us:
        text += f"{colon}{seconds:02d}"
    return f"{text}.{us:06d}" if us else text


@_named
class timezone(tzinfo):
    """A fixed offset from UTC."""

    __slots__ = "_offset", "_name"
    __sizeof__ = _sized(32)

    def __new__(cls, offset=_no, name=_no):
        if offset is _no:
            raise TypeError("timezone() missing required argument 'offset' (pos 1)")
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {_type(offset)}")
        if name is _no:
            name = None
            if not offset and hasattr(cls, "utc"):
                return cls.utc
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {_type(name)}")
        if not -_DAY_US < _us(offset) < _DAY_US:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             f"timedelta(hours=24), not {offset!r}"
                             + ("." if type(offset) is timedelta else ""))
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def __repr__(self):
        if self is self.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def _check(self, dt, method):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{method}(dt) argument must be a datetime instance or None, not {_type(dt)}")

    def utcoffset(self, dt):
        """The offset, always the same."""
        self._check(dt, "utcoffset")
        return self._offset

    def tzname(self, dt):
        """The name, or 'UTC+hh:mm'."""
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        """None: there is no summer time."""
        self._check(dt, "dst")
        return None

    def fromutc(self, dt):
        """The moment in this zone, of which dt is the time in UTC."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance, not " + _type(dt))
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __reduce__(self):
        args = (self._offset,) if self._name is None else (self._offset, self._name)
        return timezone, args, None


UTC = timezone(timedelta(0))
timezone.utc = UTC
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


def _zone_offset(tz, dt):
    # tz.utcoffset(dt), checked; None if there is no zone
    if tz is None:
        return None
    return _checked_offset("utcoffset", tz.utcoffset(dt))


def _checked_offset(method, offset):
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{method}() must return None or a timedelta, not '{_type(offset)}'")
    if not -_DAY_US < _us(offset) < _DAY_US:
        raise ValueError(f"offset must be a timedelta strictly between -timedelta(hours=24) and "
                         f"timedelta(hours=24), not {offset!r}"
                         + ("." if type(offset) is timedelta else ""))
    return offset


def _checked_name(name):
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{_type(name)}'")
    return name


# ---- text ----------------------------------------------------------------------------------------

def _strftime(moment, format, fields):
    # %z, %Z, %f and %:z are the moment's own; the rest is time.strftime's
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {_type(format)}")
    out = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c != "%" or i == len(format):
            out.append(c)
            continue
        code = format[i]
        i += 1
        if code == "f":
            out.append(f"{getattr(moment, 'microsecond', 0):06d}")
        elif code == "z":
            offset = moment.utcoffset() if hasattr(moment, "utcoffset") else None
            out.append("" if offset is None else _offset_text(offset, ""))
        elif code == ":" and format[i:i + 1] == "z" and _version >= (3, 12):
            i += 1
            offset = moment.utcoffset() if hasattr(moment, "utcoffset") else None
            out.append("" if offset is None else _offset_text(offset))
        elif code == "Z":
            name = moment.tzname() if hasattr(moment, "tzname") else None
            out.append((name or "").replace("%", "%%"))
        else:
            out.append("%" + code)
    return _time.strftime("".join(out), fields)


def _time_text(hour, minute, second, us, timespec):
    if timespec == "auto":
        timespec = "microseconds" if us else "seconds"
    if timespec == "hours":
        return f"{hour:02d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    if timespec == "seconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "milliseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{us // 1000:03d}"
    if timespec == "microseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{us:06d}"
    raise ValueError("Unknown timespec value")


class _Bad(Exception):
    pass


def _digits(text, start, count):
    part = text[start:start + count]
    if len(part) != count or not (part.isascii() and part.isdigit()):
        raise _Bad
    return int(part)


def _read_date(text):
    # the date at the start of an ISO text, and where it ends
    year = _digits(text, 0, 4)
    dashes = text[4:5] == "-"
    at = 4 + dashes
    if text[at:at + 1] == "W":
        week = _digits(text, at + 1, 2)
        at += 3
        day = 1
        if dashes and text[at:at + 1] == "-":
            day = _digits(text, at + 1, 1)
            at += 2
        elif not dashes and text[at:at + 1].isdigit():
            day = _digits(text, at, 1)
            at += 1
        return _from_ordinal(_iso_ordinal(year, week, day)), at
    month = _digits(text, at, 2)
    at += 2
    if dashes:
        if text[at:at + 1] != "-":
            raise _Bad
        at += 1
    return (year, month, _digits(text, at, 2)), at + 2


def _read_clock(text):
    # hh[:mm[:ss[.f]]], with or without colons
    fields = [_digits(text, 0, 2), 0, 0]
    at = 2
    us = 0
    colon = text[2:3] == ":"
    for i in (1, 2):
        if at == len(text):
            return (*fields, 0)
        if text[at] in ".,":
            break
        if colon:
            if text[at] != ":":
                raise _Bad
            at += 1
        fields[i] = _digits(text, at, 2)
        at += 2
    if at < len(text):
        if text[at] in ".,":
            at += 1
        elif colon:
            raise _Bad
        part = text[at:]
        if not (part.isascii() and part.isdigit()):
            raise _Bad
        us = int(part[:6].ljust(6, "0"))
    return (*fields, us)


def _read_time(text):
    # a clock and perhaps an offset: hour, minute, second, microsecond, tzinfo
    cut = max(text.find("+"), text.find("-"))
    zone = None
    if text[-1:] == "Z":
        zone, text = UTC, text[:-1]
    elif cut >= 0:
        hour, minute, second, us = _read_clock(text[cut + 1:])
        delta = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=us)
        zone = timezone(-delta if text[cut] == "-" else delta)
        text = text[:cut]
    return (*_read_clock(text), zone)


def _iso_ordinal(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 1 <= week <= 53 or (week == 53 and _iso_weeks_in(year) < 53):
        raise ValueError(f"Invalid week: {week}")
    if not 1 <= day <= 7:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return _first_iso_monday(year) + (week - 1) * 7 + day - 1


def _iso_weeks_in(year):
    first = (_to_ordinal(year, 1, 1) + 6) % 7
    return 53 if first == 3 or (first == 2 and _is_leap(year)) else 52


def _index_keyword(names, kw, function):
    for name in kw:
        if name not in names:
            if _version >= (3, 13):
                raise TypeError(f"{function}() got an unexpected keyword argument '{name}'")
            raise TypeError(f"'{name}' is an invalid keyword argument for {function}()")


# ---- date ----------------------------------------------------------------------------------------

@_named
class IsoCalendarDate(tuple):
    """An ISO year, week and weekday."""

    __slots__ = ()

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"

    def __reduce__(self):
        return tuple, (tuple(self),)


def _cannot_compare(a, b):
    raise TypeError(f"can't compare {_type(a)} to {_type(b)}")


@_named
class date:
    """A day: year, month, day."""

    __slots__ = "_year", "_month", "_day", "_hash"
    __sizeof__ = _sized(32)

    def __new__(cls, year=_no, month=_no, day=_no, *rest, **kw):
        if rest or kw:
            _check_count(3, 3 + len(rest), kw)
        if month is _no and isinstance(year, bytes) and len(year) == 4:
            year, month, day = year[0] * 256 + year[1], year[2], year[3]
        year, month, day = _check_date(year, month, day)
        self = object.__new__(cls)
        _set(self, "_year", year)
        _set(self, "_month", month)
        _set(self, "_day", day)
        _set(self, "_hash", -1)
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)
    __setattr__ = _unwritable(("year", "month", "day"))

    @classmethod
    def today(cls):
        """The day that the machine's clock shows."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """The day of a number of seconds since 1970."""
        fields = _gmtime(timestamp)
        return cls(*fields[:3])

    @classmethod
    def fromordinal(cls, n, /):
        """The n-th day, 0001-01-01 the first."""
        n = index(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        year, month, day = _from_ordinal(n)
        if year > MAXYEAR:
            raise ValueError(f"year {year} is out of range")
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The day of a text such as 2024-05-17, 20240517 or 2024-W20-5."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            fields, end = _read_date(date_string)
            if end != len(date_string):
                raise _Bad
        except _Bad:
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return cls(*fields)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The day of an ISO year, week and weekday."""
        return cls(*_from_ordinal(_iso_ordinal(index(year), index(week), index(day))))

    def __repr__(self):
        return f"{_name_of(self, date)}({self._year}, {self._month}, {self._day})"

    def isoformat(self):
        """The text YYYY-MM-DD."""
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def ctime(self):
        """The text of time.ctime()."""
        return (f"{_DAYS[self.weekday()]} {_MONTHS[self._month]} {self._day:2d} 00:00:00 "
                f"{self._year:04d}")

    def strftime(self, format):
        """The text that a format gives."""
        return _strftime(self, format, self.timetuple())

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f"__format__() argument 1 must be str, not {_type(format)}")
        return self.strftime(format) if format else str(self)

    def timetuple(self):
        """The fields for the module time."""
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(),
                                  _days_before_month(self._year, self._month) + self._day, -1))

    def toordinal(self):
        """How many days it is since 0001-01-01, that day included."""
        return _to_ordinal(self._year, self._month, self._day)

    def replace(self, *args, **kw):
        """A copy with other fields."""
        names = ("year", "month", "day")
        _index_keyword(names, kw, "replace")
        if len(args) + len(kw) > 3:
            raise TypeError(f"replace() takes at most 3 arguments ({len(args) + len(kw)} given)")
        fields = dict(year=self._year, month=self._month, day=self._day)
        fields.update(zip(names, args), **kw)
        return type(self)(**fields)

    if _version >= (3, 13):
        __replace__ = replace

    def weekday(self):
        """0 for Monday to 6 for Sunday."""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """1 for Monday to 7 for Sunday."""
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        """The ISO year, week and weekday."""
        year = self._year
        today = self.toordinal()
        week, day = divmod(today - _first_iso_monday(year), 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _first_iso_monday(year), 7)
        elif week >= 52 and today >= _first_iso_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate(year, week + 1, day + 1)

    # A datetime is a date too, but the two are never equal, and have no order.

    def _compare_key(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return (self._year, self._month, self._day), (other._year, other._month, other._day)
        if isinstance(other, datetime) and _version < (3, 13):
            _cannot_compare(other, self)
        return None

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return (self._year, self._month, self._day) == (other._year, other._month, other._day)
        return NotImplemented

    def __lt__(self, other):
        pair = self._compare_key(other)
        return NotImplemented if pair is None else pair[0] < pair[1]

    def __le__(self, other):
        pair = self._compare_key(other)
        return NotImplemented if pair is None else pair[0] <= pair[1]

    def __gt__(self, other):
        pair = self._compare_key(other)
        return NotImplemented if pair is None else pair[0] > pair[1]

    def __ge__(self, other):
        pair = self._compare_key(other)
        return NotImplemented if pair is None else pair[0] >= pair[1]

    def _state(self):
        return bytes((self._year // 256, self._year % 256, self._month, self._day))

    def __hash__(self):
        if self._hash == -1:
            _set(self, "_hash", hash(date._state(self)))
        return self._hash

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)(*_shifted(self.toordinal() + other._days))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)(*_shifted(self.toordinal() - other._days))
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return type(self), (self._state(),)


def _name_of(o, cls):
    return "datetime." + cls.__name__ if type(o) is cls else type(o).__qualname__


def _shifted(ordinal):
    if not 1 <= ordinal <= _LAST_ORDINAL:
        raise OverflowError("date value out of range")
    return _from_ordinal(ordinal)


def _gmtime(timestamp):
    fields = _time.gmtime(timestamp)
    if not MINYEAR <= fields[0] <= MAXYEAR:
        raise ValueError(f"year {fields[0]} is out of range")
    return fields


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)

# ---- time ----------------------------------------------------------------------------------------


@_named
class time:
    """A time of day: hour, minute, second, microsecond, perhaps a time zone."""

    __slots__ = "_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold"
    __sizeof__ = _sized(40)

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *rest, fold=0, **kw):
        if rest or kw:
            _check_count(6, 5 + len(rest) + bool(fold), kw)
        hour, minute, second, microsecond, fold = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        _set(self, "_hour", hour)
        _set(self, "_minute", minute)
        _set(self, "_second", second)
        _set(self, "_microsecond", microsecond)
        _set(self, "_tzinfo", tzinfo)
        _set(self, "_fold", fold)
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)
    __setattr__ = _unwritable(("hour", "minute", "second", "microsecond", "tzinfo", "fold"))

    @classmethod
    def fromisoformat(cls, time_string, /):
        """The time of a text such as 04:23, T04:23:01.5 or 042301+01:00."""
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            fields = _read_time(time_string.removeprefix("T"))
        except (_Bad, ValueError):
            raise ValueError(f"Invalid isoformat string: {time_string!r}") from None
        return cls(*fields)

    def __repr__(self):
        text = f"{self._hour}, {self._minute}"
        if self._microsecond:
            text += f", {self._second}, {self._microsecond}"
        elif self._second:
            text += f", {self._second}"
        if self._fold:
            text += ", fold=1"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return f"{_name_of(self, time)}({text})"

    def isoformat(self, timespec="auto"):
        """The text hh:mm:ss[.ffffff][+hh:mm]."""
        text = _time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset)

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        """The text that a format gives."""
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f"__format__() argument 1 must be str, not {_type(format)}")
        return self.strftime(format) if format else str(self)

    def utcoffset(self):
        """The zone's offset, or None."""
        return _zone_offset(self._tzinfo, None)

    def tzname(self):
        """The zone's name, or None."""
        return None if self._tzinfo is None else _checked_name(self._tzinfo.tzname(None))

    def dst(self):
        """The zone's summer time, or None."""
        return None if self._tzinfo is None else _checked_offset("dst", self._tzinfo.dst(None))

    def replace(self, *args, **kw):
        """A copy with other fields."""
        names = ("hour", "minute", "second", "microsecond", "tzinfo")
        _index_keyword(names + ("fold",), kw, "replace")
        fields = dict(hour=self._hour, minute=self._minute, second=self._second,
                      microsecond=self._microsecond, tzinfo=self._tzinfo, fold=self._fold)
        fields.update(zip(names, args), **kw)
        return type(self)(**fields)

    if _version >= (3, 13):
        __replace__ = replace

    def _us(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1_000_000 + self._microsecond

    def _pair(self, other, equality=False):
        # what to compare; None: never equal
        mine, theirs = self._us(), other._us()
        if self._tzinfo is not other._tzinfo:
            a, b = self.utcoffset(), other.utcoffset()
            if a is None and b is None:
                return mine, theirs
            if a is None or b is None:
                if equality:
                    return None
                raise TypeError("can't compare offset-naive and offset-aware times")
            return mine - _us(a), theirs - _us(b)
        return mine, theirs

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        pair = self._pair(other, True)
        return pair is not None and pair[0] == pair[1]

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._pair(other)
        return a < b

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._pair(other)
        return a <= b

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._pair(other)
        return a > b

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._pair(other)
        return a >= b

    def __hash__(self):
        offset = self.replace(fold=0).utcoffset() if self._fold else self.utcoffset()
        return hash((self._us() - (_us(offset) if offset is not None else 0),))

    def __reduce__(self):
        args = (self._hour, self._minute, self._second, self._microsecond)
        return type(self), args if self._tzinfo is None else args + (self._tzinfo,)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
_plain_tzinfo, _plain_time = tzinfo, time

# ---- datetime ------------------------------------------------------------------------------------


@_named
class datetime(date):
    """A moment: a date and a time of day, perhaps with a time zone."""

    __slots__ = "_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold"
    __sizeof__ = _sized(48)

    def __new__(cls, year=_no, month=_no, day=_no, hour=0, minute=0, second=0, microsecond=0,
                tzinfo=None, *rest, fold=0, **kw):
        if rest or kw:
            _check_count(9, 8 + len(rest) + bool(fold), kw)
        if isinstance(year, bytes) and len(year) == 10:
            state = year
            if month is not _no:
                tzinfo = month
            year, month, day, hour, minute, second = state[0] * 256 + state[1], *state[2:7]
            microsecond = state[7] * 65536 + state[8] * 256 + state[9]
        year, month, day = _check_date(year, month, day)
        hour, minute, second, microsecond, fold = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        _set(self, "_year", year)
        _set(self, "_month", month)
        _set(self, "_day", day)
        _set(self, "_hour", hour)
        _set(self, "_minute", minute)
        _set(self, "_second", second)
        _set(self, "_microsecond", microsecond)
        _set(self, "_tzinfo", tzinfo)
        _set(self, "_fold", fold)
        _set(self, "_hash", -1)
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)
    __setattr__ = _unwritable(("year", "month", "day", "hour", "minute", "second", "microsecond",
                               "tzinfo", "fold"))

    # ---- making ----

    @classmethod
    def now(cls, tz=None):
        """The moment that the machine's clock shows."""
        ns = _time.time_ns()
        return cls._from_ns(ns, tz)

    @classmethod
    def _from_ns(cls, ns, tz):
        _check_tzinfo(tz)
        seconds, ns = divmod(ns, 1_000_000_000)
        fields = _gmtime(seconds)
        moment = cls(*fields[:6], ns // 1000, tz)
        return moment if tz is None else tz.fromutc(moment)

    @classmethod
    def utcnow(cls):
        """The moment in UTC, without a time zone."""
        if _version >= (3, 12):
            _deprecated("utcnow", "now")
        return cls._from_ns(_time.time_ns(), None)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The moment of a number of seconds since 1970."""
        _check_tzinfo(tz)
        return cls._of_timestamp(timestamp, tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        """The same in UTC, without a time zone."""
        if _version >= (3, 12):
            _deprecated("utcfromtimestamp", "fromtimestamp")
        return cls._of_timestamp(timestamp, None)

    @classmethod
    def _of_timestamp(cls, timestamp, tz):
        if isinstance(timestamp, float):
            if timestamp != timestamp:
                raise ValueError("Invalid value NaN (not a number)")
            part, whole = _modf(timestamp)
            us = round(part * 1e6)
            if us >= 1000000:
                whole += 1
                us -= 1000000
            elif us < 0:
                whole -= 1
                us += 1000000
            fields = _gmtime(whole)
        else:
            us = 0
            fields = _gmtime(timestamp)
        moment = cls(*fields[:6], us, tz)
        return moment if tz is None else tz.fromutc(moment)

    @classmethod
    def combine(cls, date, time, tzinfo=_no):
        """A date and a time together."""
        if not isinstance(date, _date):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {_type(date)}")
        if not isinstance(time, _plain_time):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {_type(time)}")
        return cls(date._year, date._month, date._day, time._hour, time._minute, time._second,
                   time._microsecond, time._tzinfo if tzinfo is _no else tzinfo, fold=time._fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The moment of a text such as 2024-05-17T04:23:01.5+01:00."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            fields, end = _read_date(date_string)
            clock = _read_time(date_string[end + 1:]) if end < len(date_string) else ()
        except _Bad:
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return cls(*fields, *clock)

    @classmethod
    def strptime(cls, date_string, format, /):
        """The moment of a text, read by a format."""
        for i, arg in enumerate((date_string, format), 1):
            if not isinstance(arg, str):
                raise TypeError(f"strptime() argument {i} must be str, not {_type(arg)}")
        from _strptime import _strptime_datetime
        return _strptime_datetime(cls, date_string, format)

    # ---- taking apart ----

    def date(self):
        """The date alone."""
        return _date(self._year, self._month, self._day)

    def time(self):
        """The time alone, without its zone."""
        return _plain_time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        """The time with its zone."""
        return _plain_time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo,
                           fold=self._fold)

    def timetuple(self):
        """The fields for the module time."""
        dst = self.dst()
        return self._fields(-1 if dst is None else 1 if dst else 0)

    def _fields(self, dst):
        return _time.struct_time((
            self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(),
            _days_before_month(self._year, self._month) + self._day, dst))

    def utctimetuple(self):
        """The same in UTC."""
        offset = self.utcoffset()
        return (self if not offset else self - offset)._fields(0)

    def timestamp(self):
        """The seconds since 1970."""
        if self._tzinfo is None:
            return (self._naive_us() - _EPOCH_US) / 10 ** 6
        return (self - _EPOCH).total_seconds()

    def replace(self, *args, **kw):
        """A copy with other fields."""
        names = ("year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo")
        _index_keyword(names + ("fold",), kw, "replace")
        fields = {name: getattr(self, name) for name in names}
        fields["fold"] = self._fold
        fields.update(zip(names, args), **kw)
        return type(self)(**fields)

    if _version >= (3, 13):
        __replace__ = replace

    def astimezone(self, tz=None):
        """The same moment in another zone."""
        _check_tzinfo(tz)
        if tz is None:
            tz = timezone(timedelta(0), "UTC")
        mine = self._tzinfo
        if mine is tz:
            return self
        offset = None if mine is None else self.utcoffset()
        moment = self.replace(tzinfo=None) - (offset or timedelta(0))
        return tz.fromutc(moment.replace(tzinfo=tz))

    # ---- text ----

    def __repr__(self):
        fields = [self._year, self._month, self._day, self._hour, self._minute, self._second,
                  self._microsecond]
        if fields[-1] == 0:
            del fields[-1]
            if fields[-1] == 0:
                del fields[-1]
        text = ", ".join(map(str, fields))
        if self._fold:
            text += ", fold=1"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return f"{_name_of(self, datetime)}({text})"

    def isoformat(self, sep="T", timespec="auto"):
        """The text YYYY-MM-DDThh:mm:ss[.ffffff][+hh:mm]."""
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {_type(sep)}")
        text = (f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}"
                + _time_text(self._hour, self._minute, self._second, self._microsecond, timespec))
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset)

    def __str__(self):
        return self.isoformat(" ")

    def ctime(self):
        """The text of time.ctime()."""
        return (f"{_DAYS[self.weekday()]} {_MONTHS[self._month]} {self._day:2d} {self._hour:02d}:"
                f"{self._minute:02d}:{self._second:02d} {self._year:04d}")

    # ---- zones ----

    def utcoffset(self):
        """The zone's offset at this moment, or None."""
        return _zone_offset(self._tzinfo, self)

    def tzname(self):
        """The zone's name at this moment, or None."""
        return None if self._tzinfo is None else _checked_name(self._tzinfo.tzname(self))

    def dst(self):
        """The zone's summer time at this moment, or None."""
        return None if self._tzinfo is None else _checked_offset("dst", self._tzinfo.dst(self))

    # ---- comparing ----

    def _naive_us(self):
        return (self.toordinal() * _DAY_US
                + ((self._hour * 60 + self._minute) * 60 + self._second) * 1_000_000
                + self._microsecond)

    def _pair(self, other, equality=False):
        # what to compare; None: never equal
        mine, theirs = self._naive_us(), other._naive_us()
        if self._tzinfo is not other._tzinfo:
            a, b = self.utcoffset(), other.utcoffset()
            if a is None and b is None:
                return mine, theirs
            if a is None or b is None:
                if equality:
                    return None
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            return mine - _us(a), theirs - _us(b)
        return mine, theirs

    def _order(self, other):
        if isinstance(other, datetime):
            return self._pair(other)
        if isinstance(other, _date) and _version < (3, 13):
            _cannot_compare(self, other)
        return None

    def __eq__(self, other):
        if isinstance(other, datetime):
            pair = self._pair(other, True)
            return pair is not None and pair[0] == pair[1]
        return False if isinstance(other, _date) and _version < (3, 13) else NotImplemented

    def __lt__(self, other):
        pair = self._order(other)
        return NotImplemented if pair is None else pair[0] < pair[1]

    def __le__(self, other):
        pair = self._order(other)
        return NotImplemented if pair is None else pair[0] <= pair[1]

    def __gt__(self, other):
        pair = self._order(other)
        return NotImplemented if pair is None else pair[0] > pair[1]

    def __ge__(self, other):
        pair = self._order(other)
        return NotImplemented if pair is None else pair[0] >= pair[1]

    def __hash__(self):
        if self._hash == -1:
            offset = (self.replace(fold=0) if self._fold else self).utcoffset()
            if offset is None:
                value = hash(self._state())
            else:
                value = hash(_make_delta(self._naive_us() - _DAY_US - _us(offset)))
            _set(self, "_hash", value)
        return self._hash

    # ---- arithmetic ----

    def _moved(self, us):
        days, us = divmod(self._naive_us() + us, _DAY_US)
        year, month, day = _shifted(days)
        seconds, us = divmod(us, 1_000_000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return type(self)(year, month, day, hour, minute, second, us, self._tzinfo)

    def __add__(self, other):
        return self._moved(_us(other)) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-_us(other))
        if not isinstance(other, datetime):
            return NotImplemented
        mine, theirs = self._naive_us(), other._naive_us()
        if self._tzinfo is not other._tzinfo:
            a, b = self.utcoffset(), other.utcoffset()
            if (a is None) != (b is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if a is not None:
                mine, theirs = mine - _us(a), theirs - _us(b)
        return _make_delta(mine - theirs)

    def _state(self):
        us = self._microsecond
        return date._state(self) + bytes((self._hour, self._minute, self._second, us >> 16,
                                          us >> 8 & 255, us & 255))

    def __reduce__(self):
        state = (self._state(),)
        return type(self), state if self._tzinfo is None else state + (self._tzinfo,)


_date = date
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_US = _EPOCH._naive_us()


def _deprecated(name, instead):
    from _library import warn_deprecated
    argument = "datetime.UTC" if name == "utcnow" else "timestamp, datetime.UTC"
    warn_deprecated(f"datetime.datetime.{name}() is deprecated and scheduled for removal in a future "
                    "version. Use timezone-aware objects to represent datetimes in UTC: "
                    f"datetime.datetime.{instead}({argument}).")
