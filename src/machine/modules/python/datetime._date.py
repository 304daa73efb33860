# date, and datetime, which is one too.

import time as _time
from _calendar import (DAYS, DAY_US, MAXYEAR, MINYEAR, MONTHS, days_before_month, first_iso_monday,
                       format_moment, from_ordinal, iso_moment, iso_ordinal, moment_fields, moment_us, set_fields, shifted,
                       to_ordinal)
from _library import index, named_with_module as _named, warn_deprecated
from datetime._delta import make_delta, timedelta, us_of
from datetime._support import (NOT_GIVEN, by_tuple, checked_date, clock_properties, given_name, of_c, orders,
                               refuse_arguments, replaced, repr_name, set_clock, set_slot, type_name, unwritable)
from datetime._text import (clock_text, format_by_strftime, read_iso_date, read_iso_moment, strftime)
from datetime._time import time
from datetime._zone import (UTC, check_tzinfo, meet_datetime, timezone, utc_pair, zone_dst, zone_name,
                            zone_offset)
from math import modf as _modf
from sys import version_info as _version


_DATE_NAMES = ("year", "month", "day")
_DATE_SLOTS = ("_year", "_month", "_day", "_hash")
_MOMENT_SLOTS = ("_year", "_month", "_day", "_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold", "_hash")


def _gmtime(timestamp):
    fields = _time.gmtime(index(None) if timestamp is None else timestamp)
    if not MINYEAR <= fields[0] <= MAXYEAR:
        raise ValueError(f"year {fields[0]} is out of range")
    return fields


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
    raise TypeError(f"can't compare {type_name(a)} to {type_name(b)}")


@_named
@of_c(32)
class date:
    """A day: year, month, day."""

    __slots__ = "_year", "_month", "_day", "_hash"

    def __new__(cls, year=NOT_GIVEN, month=NOT_GIVEN, day=NOT_GIVEN, *rest, **kw):
        if rest or kw:
            given = (year is not NOT_GIVEN) + (month is not NOT_GIVEN) + (day is not NOT_GIVEN)
            if rest or given + len(kw) > 3:
                refuse_arguments(_DATE_NAMES, 3, given, rest, kw)
        if month is NOT_GIVEN and isinstance(year, bytes) and len(year) == 4:
            year, month, day = year[0] * 256 + year[1], year[2], year[3]
        year, month, day = checked_date(year, month, day)
        self = object.__new__(cls)
        set_fields(self, _DATE_SLOTS, year, month, day, -1)
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)
    __setattr__ = unwritable(*_DATE_NAMES)

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
    @by_tuple
    def fromordinal(cls, n, /):
        """The n-th day, 0001-01-01 the first."""
        n = index(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        year, month, day = from_ordinal(n)
        if year > MAXYEAR:
            raise ValueError(f"year {year} is out of range")
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The day of a text such as 2024-05-17, 20240517 or 2024-W20-5."""
        return cls(*read_iso_date(date_string))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The day of an ISO year, week and weekday."""
        return cls(*from_ordinal(iso_ordinal(index(year), index(week), index(day))))

    def __repr__(self):
        return f"{repr_name(self, date)}({self._year}, {self._month}, {self._day})"

    def isoformat(self):
        """The text YYYY-MM-DD."""
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def ctime(self):
        """The text of time.ctime()."""
        return (f"{DAYS[self.weekday()]} {MONTHS[self._month]} {self._day:2d} 00:00:00 "
                f"{self._year:04d}")

    def strftime(self, format):
        """The text that a format gives."""
        text = None
        if type(self) is datetime:
            text = format_moment(format, self._year, self._month, self._day, self._hour, self._minute, self._second,
                                 self._microsecond)
        elif type(self) is _date:
            text = format_moment(format, self._year, self._month, self._day, 0, 0, 0, 0)
        return strftime(self, format, self.timetuple()) if text is None else text

    __format__ = format_by_strftime

    def timetuple(self):
        """The fields for the module time."""
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(),
                                  days_before_month(self._year, self._month) + self._day, -1))

    def toordinal(self):
        """How many days it is since 0001-01-01, that day included."""
        return to_ordinal(self._year, self._month, self._day)

    def replace(self, *args, **kw):
        """A copy with other fields."""
        return replaced(self, _DATE_NAMES, 3, args, kw)

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
        week, day = divmod(today - first_iso_monday(year), 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - first_iso_monday(year), 7)
        elif week >= 52 and today >= first_iso_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate(year, week + 1, day + 1)

    # A datetime is a date too, but the two are never equal, and have no order: an operator asks the
    # datetime first.  A date that is asked by name looks, before 3.13, at its own part alone.

    def _order(self, other):
        if isinstance(other, date) and (_version < (3, 13) or not isinstance(other, datetime)):
            return (self._year, self._month, self._day), (other._year, other._month, other._day)
        return None

    def __eq__(self, other):
        if isinstance(other, date) and (_version < (3, 13) or not isinstance(other, datetime)):
            return (self._year, self._month, self._day) == (other._year, other._month, other._day)
        return NotImplemented

    __lt__, __le__, __gt__, __ge__ = orders(_order)

    def _state(self):
        return bytes((self._year // 256, self._year % 256, self._month, self._day))

    def __hash__(self):
        if self._hash == -1:
            set_slot(self, "_hash", hash(date._state(self)))
        return self._hash

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)(*shifted(self.toordinal() + other._days))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)(*shifted(self.toordinal() - other._days))
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return type(self), (self._state(),)


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


_date, _time_of_day = date, time  # datetime has methods of these names
_MOMENT_NAMES = _DATE_NAMES + ("hour", "minute", "second", "microsecond", "tzinfo", "fold")


def _deprecated(name, instead):
    argument = "datetime.UTC" if name == "utcnow" else "timestamp, datetime.UTC"
    warn_deprecated(f"datetime.datetime.{name}() is deprecated and scheduled for removal in a future "
                    "version. Use timezone-aware objects to represent datetimes in UTC: "
                    f"datetime.datetime.{instead}({argument}).")


@_named
@of_c(48)
class datetime(date):
    """A moment: a date and a time of day, perhaps with a time zone."""

    __slots__ = "_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold"

    def __new__(cls, year=NOT_GIVEN, month=NOT_GIVEN, day=NOT_GIVEN, hour=0, minute=0, second=0, microsecond=0,
                tzinfo=None, *rest, fold=0, **kw):
        if rest or kw:
            refuse_arguments(_MOMENT_NAMES, 8, 8 + bool(fold) if rest else 0, rest, kw)
        if isinstance(year, bytes) and len(year) == 10:
            state = year
            if month is not NOT_GIVEN:
                tzinfo = month
            year, month, day, hour, minute, second = state[0] * 256 + state[1], *state[2:7]
            month, fold = month & 127, month >> 7
            microsecond = state[7] * 65536 + state[8] * 256 + state[9]
        year, month, day = checked_date(year, month, day)
        check_tzinfo(tzinfo)
        self = object.__new__(cls)
        set_fields(self, _DATE_SLOTS, year, month, day, -1)
        set_clock(self, hour, minute, second, microsecond, tzinfo, fold)
        return self

    hour, minute, second, microsecond, tzinfo, fold = clock_properties()
    __setattr__ = unwritable(*_MOMENT_NAMES)

    # ---- making ----

    @classmethod
    def now(cls, tz=None):
        """The moment that the machine's clock shows."""
        ns = _time.time_ns()
        return cls._from_ns(ns, tz)

    @classmethod
    def _from_ns(cls, ns, tz):
        check_tzinfo(tz)
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
        check_tzinfo(tz)
        return cls._of_timestamp(timestamp, tz)

    @classmethod
    @by_tuple
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
    def combine(cls, date, time, tzinfo=NOT_GIVEN):
        """A date and a time together."""
        if not isinstance(date, _date):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {given_name(date)}")
        if not isinstance(time, _time_of_day):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {given_name(time)}")
        return cls(date._year, date._month, date._day, time._hour, time._minute, time._second,
                   time._microsecond, time._tzinfo if tzinfo is NOT_GIVEN else tzinfo, fold=time._fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The moment of a text such as 2024-05-17T04:23:01.5+01:00."""
        fields = iso_moment(date_string)
        return cls(*read_iso_moment(date_string)) if fields is None else cls(*fields)

    @classmethod
    @by_tuple
    def strptime(cls, date_string, format, /):
        """The moment of a text, read by a format."""
        for i, arg in enumerate((date_string, format), 1):
            if not isinstance(arg, str):
                raise TypeError(f"strptime() argument {i} must be str, not {given_name(arg)}")
        from _strptime import _strptime_datetime
        return _strptime_datetime(cls, date_string, format)

    # ---- taking apart ----

    def date(self):
        """The date alone."""
        return _date(self._year, self._month, self._day)

    def time(self):
        """The time alone, without its zone."""
        return _time_of_day(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        """The time with its zone."""
        return _time_of_day(self._hour, self._minute, self._second, self._microsecond, self._tzinfo,
                            fold=self._fold)

    def timetuple(self):
        """The fields for the module time."""
        dst = self.dst()
        return self._fields(-1 if dst is None else 1 if dst else 0)

    def _fields(self, dst):
        return _time.struct_time((
            self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(),
            days_before_month(self._year, self._month) + self._day, dst))

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
        return replaced(self, _MOMENT_NAMES, 8, args, kw)

    if _version >= (3, 13):
        __replace__ = replace

    def astimezone(self, tz=None):
        """The same moment in another zone."""
        check_tzinfo(tz)
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
        return f"{repr_name(self, datetime)}({text})"

    def isoformat(self, sep="T", timespec="auto"):
        """The text YYYY-MM-DDThh:mm:ss[.ffffff][+hh:mm]."""
        if type(self) is datetime and self._tzinfo is None and timespec == "auto" and (sep == "T" or sep == " "):
            format = f"%Y-%m-%d{sep}%H:%M:%S.%f" if self._microsecond else f"%Y-%m-%d{sep}%H:%M:%S"
            text = format_moment(format, self._year, self._month, self._day, self._hour, self._minute, self._second,
                                 self._microsecond)
            if text is not None:
                return text
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {given_name(sep)}")
        return _date.isoformat(self) + sep + clock_text(self, timespec)

    def __str__(self):
        return self.isoformat(" ")

    def ctime(self):
        """The text of time.ctime()."""
        return (f"{DAYS[self.weekday()]} {MONTHS[self._month]} {self._day:2d} {self._hour:02d}:"
                f"{self._minute:02d}:{self._second:02d} {self._year:04d}")

    # ---- zones ----

    def utcoffset(self):
        """The zone's offset at this moment, or None."""
        return zone_offset(self._tzinfo, self)

    def tzname(self):
        """The zone's name at this moment, or None."""
        return zone_name(self._tzinfo, self)

    def dst(self):
        """The zone's summer time at this moment, or None."""
        return zone_dst(self._tzinfo, self)

    # ---- comparing ----

    def _naive_us(self):
        return moment_us(self._year, self._month, self._day, self._hour, self._minute, self._second,
                         self._microsecond)

    def _utc_pair(self, other):
        return utc_pair(self, other, self._naive_us(), other._naive_us())

    def _compared(self, other, equal=False):
        # Zones that differ are asked twice if their offsets do; and where both are to be one moment, once
        # more for the other fold: a moment that a fold moves is equal to none in another zone.
        pair = self._naive_us(), other._naive_us()
        if self._tzinfo is other._tzinfo:
            return pair
        mine, others = self.utcoffset(), other.utcoffset()
        if (mine is None) != (others is None):
            return None
        if mine != others:
            pair = self._utc_pair(other)
        if equal and pair[0] == pair[1] and (self._moves(mine) or other._moves(others)):
            return None
        return pair

    def _moves(self, offset):
        return self.replace(fold=not self._fold).utcoffset() != offset

    def _order(self, other):
        if isinstance(other, datetime):
            pair = self._compared(other)
            if pair is None:
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            return pair
        if isinstance(other, _date) and _version < (3, 13):
            _cannot_compare(self, other)
        return None

    def __eq__(self, other):
        if isinstance(other, datetime):
            pair = self._compared(other, equal=True)
            return pair is not None and pair[0] == pair[1]
        return False if isinstance(other, _date) and _version < (3, 13) else NotImplemented

    __lt__, __le__, __gt__, __ge__ = orders(_order)

    def __hash__(self):
        if self._hash == -1:
            offset = (self.replace(fold=0) if self._fold else self).utcoffset()
            if offset is None:
                value = hash(self._state())
            else:
                value = hash(make_delta(self._naive_us() - DAY_US - us_of(offset)))
            set_slot(self, "_hash", value)
        return self._hash

    # ---- arithmetic ----

    def _moved(self, us):
        us += self._naive_us()
        fields = moment_fields(us)
        if type(self) is datetime and fields is not None:
            moved = object.__new__(datetime)
            set_fields(moved, _MOMENT_SLOTS, *fields, self._tzinfo, 0, -1)
            return moved
        days, us = divmod(us, DAY_US)
        year, month, day = shifted(days)
        seconds, us = divmod(us, 1_000_000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return type(self)(year, month, day, hour, minute, second, us, self._tzinfo)

    def __add__(self, other):
        return self._moved(us_of(other)) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-us_of(other))
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return make_delta(self._naive_us() - other._naive_us())
        pair = self._utc_pair(other)
        if pair is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return make_delta(pair[0] - pair[1])

    def _state(self):
        us = self._microsecond
        return date._state(self) + bytes((self._hour, self._minute, self._second, us >> 16,
                                          us >> 8 & 255, us & 255))

    def __reduce_ex__(self, protocol, /):
        """Since protocol 4 the month's highest bit tells of the fold."""
        state = bytearray(self._state())
        if self._fold and protocol > 3:
            state[2] |= 128
        own = (bytes(state),)
        return type(self), own if self._tzinfo is None else own + (self._tzinfo,)

    def __reduce__(self):
        return self.__reduce_ex__(2)


datetime.__qualname__ = "".join(("date", "time"))  # a str of its own, as a type made in C has
meet_datetime(datetime)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_US = _EPOCH._naive_us()
