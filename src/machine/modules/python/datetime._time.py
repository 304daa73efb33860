# time: a time of day.

from _library import named_with_module as _named
from datetime._delta import timedelta, us_of
from datetime._support import (clock_properties, clock_us, orders, refuse_arguments, replaced, repr_name, set_clock,
                               of_c, unwritable)
from datetime._text import clock_text, format_by_strftime, read_iso_time, strftime
from datetime._zone import check_tzinfo, utc_pair, zone_dst, zone_name, zone_offset
from sys import version_info as _version


_NAMES = ("hour", "minute", "second", "microsecond", "tzinfo", "fold")


@_named
@of_c(40)
class time:
    """A time of day: hour, minute, second, microsecond, perhaps a time zone."""

    __slots__ = "_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold"

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *rest, fold=0, **kw):
        if rest or kw:
            refuse_arguments(_NAMES, 5, 5 + bool(fold) if rest else 0, rest, kw)
        if isinstance(hour, bytes) and len(hour) == 6:
            state, tzinfo = hour, minute or None
            hour, minute, second = state[0] & 127, state[1], state[2]
            microsecond, fold = state[3] * 65536 + state[4] * 256 + state[5], state[0] >> 7
        check_tzinfo(tzinfo)
        self = object.__new__(cls)
        set_clock(self, hour, minute, second, microsecond, tzinfo, fold)
        return self

    hour, minute, second, microsecond, tzinfo, fold = clock_properties()
    __setattr__ = unwritable(*_NAMES)

    @classmethod
    def fromisoformat(cls, time_string, /):
        """The time of a text such as 04:23, T04:23:01.5 or 042301+01:00."""
        return cls(*read_iso_time(time_string))

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
        return f"{repr_name(self, time)}({text})"

    def isoformat(self, timespec="auto"):
        """The text hh:mm:ss[.ffffff][+hh:mm]."""
        return clock_text(self, timespec)

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        """The text that a format gives."""
        return strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    __format__ = format_by_strftime

    def utcoffset(self):
        """The zone's offset, or None."""
        return zone_offset(self._tzinfo, None)

    def tzname(self):
        """The zone's name, or None."""
        return zone_name(self._tzinfo, None)

    def dst(self):
        """The zone's summer time, or None."""
        return zone_dst(self._tzinfo, None)

    def replace(self, *args, **kw):
        """A copy with other fields."""
        return replaced(self, _NAMES, 5, args, kw)

    if _version >= (3, 13):
        __replace__ = replace

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        pair = utc_pair(self, other, clock_us(self), clock_us(other))
        return pair is not None and pair[0] == pair[1]

    def _order(self, other):
        if not isinstance(other, time):
            return None
        pair = utc_pair(self, other, clock_us(self), clock_us(other))
        if pair is None:
            raise TypeError("can't compare offset-naive and offset-aware times")
        return pair

    __lt__, __le__, __gt__, __ge__ = orders(_order)

    def __hash__(self):
        offset = self.replace(fold=0).utcoffset() if self._fold else self.utcoffset()
        return hash((clock_us(self) - (us_of(offset) if offset is not None else 0),))

    def __reduce_ex__(self, protocol, /):
        """Since protocol 4 the hour's highest bit tells of the fold."""
        us = self._microsecond
        hour = self._hour | (self._fold and protocol > 3) << 7
        own = (bytes((hour, self._minute, self._second, us >> 16, us >> 8 & 255, us & 255)),)
        return type(self), own if self._tzinfo is None else own + (self._tzinfo,)

    def __reduce__(self):
        return self.__reduce_ex__(2)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
