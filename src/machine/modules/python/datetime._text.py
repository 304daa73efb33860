# Dates and times as text: strftime(), isoformat() and what reads it.

import time as _time
from _calendar import from_ordinal, iso_ordinal
from datetime._delta import timedelta
from datetime._support import by_tuple, given_name
from datetime._zone import UTC, offset_text, timezone
from sys import version_info as _version


def strftime(moment, format, fields):
    # %z, %Z, %f and %:z are the moment's own; the rest is time.strftime's
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {given_name(format)}")
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
            out.append("" if offset is None else offset_text(offset, ""))
        elif code == ":" and format[i:i + 1] == "z" and _version >= (3, 12):
            i += 1
            offset = moment.utcoffset() if hasattr(moment, "utcoffset") else None
            out.append("" if offset is None else offset_text(offset))
        elif code == "Z":
            name = moment.tzname() if hasattr(moment, "tzname") else None
            out.append((name or "").replace("%", "%%"))
        else:
            out.append("%" + code)
    return _time.strftime("".join(out), fields)


@by_tuple
def format_by_strftime(self, format, /):
    """__format__() of all that has strftime()."""
    if not isinstance(format, str):
        raise TypeError(f"__format__() argument 1 must be str, not {given_name(format)}")
    return self.strftime(format) if format else str(self)


def clock_text(self, timespec):
    """hh:mm:ss[.ffffff][+hh:mm] of a time or a datetime."""
    text = _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
    offset = None if self._tzinfo is None else self.utcoffset()
    return text if offset is None else text + offset_text(offset)


def _clock_text(hour, minute, second, us, timespec):
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


class _Malformed(Exception):
    pass


def _digits(text, start, count):
    part = text[start:start + count]
    if len(part) != count or not (part.isascii() and part.isdigit()):
        raise _Malformed
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
        return from_ordinal(iso_ordinal(year, week, day)), at
    month = _digits(text, at, 2)
    at += 2
    if dashes:
        if text[at:at + 1] != "-":
            raise _Malformed
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
                raise _Malformed
            at += 1
        fields[i] = _digits(text, at, 2)
        at += 2
    if at < len(text):
        if text[at] in ".,":
            at += 1
        elif colon:
            raise _Malformed
        part = text[at:]
        if not (part.isascii() and part.isdigit()):
            raise _Malformed
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


def _date_alone(text):
    fields, end = _read_date(text)
    if end != len(text):
        raise _Malformed
    return fields


def _time_alone(text):
    try:
        return _read_time(text.removeprefix("T"))
    except ValueError:
        raise _Malformed


def _moment(text):
    fields, end = _read_date(text)
    return fields + _read_time(text[end + 1:]) if end < len(text) else fields


def _reader(read):
    def fromisoformat(text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return read(text)
        except _Malformed:
            raise ValueError(f"Invalid isoformat string: {text!r}") from None
    return fromisoformat


# The fields of a text, in the order of the class's parameters.
read_iso_date, read_iso_time, read_iso_moment = map(_reader, (_date_alone, _time_alone, _moment))
