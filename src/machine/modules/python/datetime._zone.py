# Time zones: tzinfo, which asks its subclasses, and timezone, a fixed offset.

from _calendar import DAY_US
from _library import named_with_module as _named
from datetime._delta import timedelta, us_of
from datetime._support import NOT_GIVEN, given_name, of_c, type_name

datetime = None  # the class, once there is one


def meet_datetime(cls):
    global datetime
    datetime = cls


@_named
@of_c(16)
class tzinfo:
    """What a time zone is: utcoffset(), tzname() and dst() of a moment."""

    __slots__ = ()

    def utcoffset(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def tzname(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def dst(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt, /):
        """The moment in this zone, of which dt is the time in UTC."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = _needed(dt.utcoffset(), "non-None utcoffset() result required")
        dst = _needed(dt.dst(), "non-None dst() result required")
        dt += offset - dst  # the standard time, at which there may be another dst()
        return dt + _needed(dt.dst(), "tz.dst() gave inconsistent results; cannot convert")

    def __reduce__(self):
        return type(self), getattr(self, "__getinitargs__", tuple)(), getattr(self, "__dict__", None) or None


def _needed(delta, complaint):
    if delta is None:
        raise ValueError(f"fromutc: {complaint}")
    return delta


def offset_text(offset, colon=":"):
    us = us_of(offset)
    sign = "-" if us < 0 else "+"
    seconds, us = divmod(abs(us), 1_000_000)
    minutes, seconds = divmod(seconds, 60)
    text = f"{sign}{minutes // 60:02d}{colon}{minutes % 60:02d}"
    if seconds or us:
        text += f"{colon}{seconds:02d}"
    return f"{text}.{us:06d}" if us else text


def _check_range(offset):
    if not -DAY_US < us_of(offset) < DAY_US:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                         f"timedelta(hours=24), not {offset!r}"
                         + ("." if type(offset) is timedelta else ""))


@_named
@of_c(32)
class timezone(tzinfo):
    """A fixed offset from UTC."""

    __slots__ = "_offset", "_name"

    def __new__(cls, offset=NOT_GIVEN, name=NOT_GIVEN):
        if offset is NOT_GIVEN:
            raise TypeError("timezone() missing required argument 'offset' (pos 1)")
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {given_name(offset)}")
        if name is NOT_GIVEN:
            name = None
            if not offset and hasattr(cls, "utc"):
                return cls.utc
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {given_name(name)}")
        _check_range(offset)
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
            raise TypeError(f"{method}(dt) argument must be a datetime instance or None, not {type_name(dt)}")

    def utcoffset(self, dt, /):
        """The offset, always the same."""
        self._check(dt, "utcoffset")
        return self._offset

    def tzname(self, dt, /):
        """The name, or 'UTC+hh:mm'."""
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        return "UTC" + offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt, /):
        """None: there is no summer time."""
        self._check(dt, "dst")
        return None

    def fromutc(self, dt, /):
        """The moment in this zone, of which dt is the time in UTC."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
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


# ---- what a moment asks of its zone --------------------------------------------------------------

def check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type_name(tz)}'")


def _checked(method, offset):
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{method}() must return None or a timedelta, not '{type_name(offset)}'")
    _check_range(offset)
    return offset


def zone_offset(tz, dt):
    return None if tz is None else _checked("utcoffset", tz.utcoffset(dt))


def zone_dst(tz, dt):
    return None if tz is None else _checked("dst", tz.dst(dt))


def zone_name(tz, dt):
    name = None if tz is None else tz.tzname(dt)
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{type_name(name)}'")
    return name


def utc_pair(a, b, a_us, b_us):
    """The local microseconds of two times or moments as ones of UTC, where their zones differ; None:
    only one of them has an offset."""
    if a._tzinfo is b._tzinfo:
        return a_us, b_us
    a_offset, b_offset = a.utcoffset(), b.utcoffset()
    if a_offset is None and b_offset is None:
        return a_us, b_us
    if a_offset is None or b_offset is None:
        return None
    return a_us - us_of(a_offset), b_us - us_of(b_offset)
