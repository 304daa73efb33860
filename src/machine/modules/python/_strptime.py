# Dates as text and back, in the C locale: what strftime() and strptime() of time and datetime share.

from _library import warn_deprecated
from sys import version_info as _version

_DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")
_WITHIN = {"c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "D": "%m/%d/%y", "X": "%H:%M:%S",
           "T": "%H:%M:%S", "r": "%I:%M:%S %p", "R": "%H:%M", "F": "%Y-%m-%d"}


def _iso_week(year, wday, yday):
    # the year and week of ISO 8601; wday counts from Sunday
    weekday = (wday - 1) % 7
    week = (yday - 1 - weekday + 10) // 7
    if week < 1:
        year -= 1
        length = 366 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 365
        return year, (yday + length - 1 - weekday + 10) // 7
    length = 366 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 365
    if week == 53 and yday - weekday + 3 > length:
        return year + 1, 1
    return year, week


def _offset(seconds):
    sign = "-" if seconds < 0 else "+"
    minutes = abs(seconds) // 60
    return f"{sign}{minutes // 60:02d}{minutes % 60:02d}"


def _format(format, year, month, day, hour, minute, second, wday, yday, zone, offset):
    # wday counts from Sunday
    def one(code):
        if code in _WITHIN:
            return _format(_WITHIN[code], year, month, day, hour, minute, second, wday, yday, zone, offset)
        if code == "a":
            return _DAYS[wday][:3]
        if code == "A":
            return _DAYS[wday]
        if code in "bh":
            return _MONTHS[month - 1][:3]
        if code == "B":
            return _MONTHS[month - 1]
        if code == "C":
            return f"{year // 100:02d}"
        if code == "d":
            return f"{day:02d}"
        if code == "e":
            return f"{day:2d}"
        if code == "G":
            return str(_iso_week(year, wday, yday)[0])
        if code == "g":
            return f"{_iso_week(year, wday, yday)[0] % 100:02d}"
        if code == "H":
            return f"{hour:02d}"
        if code == "I":
            return f"{(hour + 11) % 12 + 1:02d}"
        if code == "j":
            return f"{yday:03d}"
        if code == "k":
            return f"{hour:2d}"
        if code == "l":
            return f"{(hour + 11) % 12 + 1:2d}"
        if code == "M":
            return f"{minute:02d}"
        if code == "m":
            return f"{month:02d}"
        if code == "n":
            return "\n"
        if code == "p":
            return "AM" if hour < 12 else "PM"
        if code == "P":
            return "am" if hour < 12 else "pm"
        if code == "S":
            return f"{second:02d}"
        if code == "s":
            before = year - 1
            days = before * 365 + before // 4 - before // 100 + before // 400 - 719162 + yday - 1
            return str(days * 86400 + hour * 3600 + minute * 60 + second)
        if code == "t":
            return "\t"
        if code == "U":
            return f"{(yday + 6 - wday) // 7:02d}"
        if code == "u":
            return str(wday or 7)
        if code == "V":
            return f"{_iso_week(year, wday, yday)[1]:02d}"
        if code == "W":
            return f"{(yday + 6 - (wday - 1) % 7) // 7:02d}"
        if code == "w":
            return str(wday)
        if code == "Y":
            return str(year)
        if code == "y":
            return f"{year % 100:02d}"
        if code == "Z":
            return zone or ""
        if code == "z":
            return "" if offset is None else _offset(offset)
        if code == "%":
            return "%"
        return "%" + code

    out = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c != "%" or i == len(format):
            out.append(c)
            continue
        flag = ""
        if format[i] in "-_0^#" and i + 1 < len(format):
            flag = format[i]
            i += 1
        text = one(format[i])
        i += 1
        if flag == "-":
            text = text.lstrip("0 ") or "0" if text.strip().isdigit() else text
        elif flag == "_":
            if text.isdigit():
                text = (text.lstrip("0") or "0").rjust(len(text))
        elif flag == "0":
            text = text.replace(" ", "0")
        elif flag in ("^", "#") and flag:
            text = text.upper()
        out.append(text)
    return "".join(out)


# ---- reading ----------------------------------------------------------------------------------

# A directive's pattern; the alternatives of names stand with the longest first.
def _patterns():
    def names(words):
        return "|".join(sorted((w.lower() for w in words), key=len, reverse=True))
    return {
        "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])",
        "f": r"(?P<f>[0-9]{1,6})",
        "H": r"(?P<H>2[0-3]|[0-1]\d|\d)",
        "I": r"(?P<I>1[0-2]|0[1-9]|[1-9])",
        "G": r"(?P<G>\d\d\d\d)",
        "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
        "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])",
        "M": r"(?P<M>[0-5]\d|\d)",
        "S": r"(?P<S>6[0-1]|[0-5]\d|\d)",
        "U": r"(?P<U>5[0-3]|[0-4]\d|\d)",
        "W": r"(?P<W>5[0-3]|[0-4]\d|\d)",
        "w": r"(?P<w>[0-6])",
        "u": r"(?P<u>[1-7])",
        "V": r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)",
        "y": r"(?P<y>\d\d)",
        "Y": r"(?P<Y>\d\d\d\d)",
        "z": r"(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))",
        "A": f"(?P<A>{names(_DAYS)})",
        "a": f"(?P<a>{names(d[:3] for d in _DAYS)})",
        "B": f"(?P<B>{names(_MONTHS)})",
        "b": f"(?P<b>{names(d[:3] for d in _MONTHS)})",
        "p": "(?P<p>am|pm)",
        "Z": "(?P<Z>utc|gmt)",
        "%": "%",
    }


_LONG = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}
_compiled = {}
_AMBIGUOUS = """\
Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647."""


def _compile(format):
    import re
    if format in _compiled:
        return _compiled[format]
    patterns = _patterns()
    whole = format
    for code, long in _LONG.items():
        whole = whole.replace("%" + code, long)
    whole = re.sub(r"([\\.^$*+?\(\){}\[\]|])", r"\\\1", whole)
    whole = re.sub(r"\s+", r"\\s+", whole)
    if _version >= (3, 13) and re.search(r"%d", whole) and not re.search(r"%[YyG]", whole):
        warn_deprecated(_AMBIGUOUS)
    out = []
    parts = whole.split("%")
    out.append(parts[0])
    i = 1
    while i < len(parts):
        part = parts[i]
        if part == "":
            if i + 1 >= len(parts):
                raise ValueError("stray %% in format '%s'" % format)
            out.append("%" + parts[i + 1])
            i += 2
            continue
        code = part[0]
        if code == "\\" and len(part) > 1:
            code = part[:2]
        if code not in patterns:
            code = code[-1] if code[0] == "\\" else code
            if part[0] == "\\" and part[1:2] == "s":
                raise ValueError("stray %% in format '%s'" % format)
            raise ValueError("'%s' is a bad directive in format '%s'" % (part[0], format))
        out.append(patterns[code])
        out.append(part[len(code):])
        i += 1
    _compiled[format] = re.compile("".join(out), re.IGNORECASE)
    return _compiled[format]


def _from_iso(year, week, day):
    # the ordinal of a day of an ISO week; day counts from Monday as 1
    from datetime import date
    fourth = date(year, 1, 4)
    return fourth.toordinal() - fourth.isoweekday() + (week - 1) * 7 + day


def _from_week(year, week, day, monday_first):
    # the day of the year, from the week's number as %U and %W count; day counts from Monday as 0
    from datetime import date
    first = date(year, 1, 1).weekday()
    if not monday_first:
        first = (first + 1) % 7
        day = (day + 1) % 7
    until = (7 - first) % 7
    return 1 + day - first if week == 0 else 1 + until + 7 * (week - 1) + day


def _parse(string, format):
    """The fields of a text: year ... second, weekday, day of the year, fraction, zone, offset."""
    for i, arg in enumerate((string, format)):
        if not isinstance(arg, str):
            raise TypeError("strptime() argument {} must be str, not {}".format(i, type(arg)))
    found = _compile(format).match(string)
    if not found:
        raise ValueError("time data %r does not match format %r" % (string, format))
    if len(string) != found.end():
        raise ValueError("unconverted data remains: %s" % string[found.end():])
    iso_year = year = week = iso_week = weekday = julian = offset = zone = None
    month = day = 1
    hour = minute = second = fraction = offset_fraction = 0
    monday_first = None
    group = found.groupdict()
    for code, text in group.items():
        if code == "y":
            year = int(text)
            year += 2000 if year <= 68 else 1900
        elif code == "Y":
            year = int(text)
        elif code == "G":
            iso_year = int(text)
        elif code == "m":
            month = int(text)
        elif code == "B":
            month = [w.lower() for w in _MONTHS].index(text.lower()) + 1
        elif code == "b":
            month = [w[:3].lower() for w in _MONTHS].index(text.lower()) + 1
        elif code == "d":
            day = int(text)
        elif code == "H":
            hour = int(text)
        elif code == "I":
            hour = int(text) % 12
            if (group.get("p") or "").lower() == "pm":
                hour += 12
        elif code == "M":
            minute = int(text)
        elif code == "S":
            second = int(text)
        elif code == "f":
            fraction = int(text.ljust(6, "0"))
        elif code in "Aa":
            weekday = ([w[:len(text)].lower() for w in _DAYS].index(text.lower()) - 1) % 7
        elif code == "w":
            weekday = (int(text) - 1) % 7
        elif code == "u":
            weekday = int(text) - 1
        elif code == "j":
            julian = int(text)
        elif code in "UW":
            week = int(text)
            monday_first = code == "W"
        elif code == "V":
            iso_week = int(text)
        elif code == "z":
            offset, offset_fraction = _read_offset(text)
        elif code == "Z":
            zone = text
    if iso_year is not None:
        if julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive "
                             "'%G'. Use '%Y' instead.")
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and "
                             "a weekday directive ('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and "
                             "a weekday directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the "
                         "ISO year '%G' instead.")
    leap_fix = False
    if year is None:
        if month == 2 and day == 29:
            year = 1904
            leap_fix = True
        else:
            year = 1900
    from datetime import date
    if julian is None and weekday is not None:
        if week is not None:
            julian = _from_week(year, week, weekday, monday_first)
        elif iso_year is not None and iso_week is not None:
            found_day = date.fromordinal(_from_iso(iso_year, iso_week, weekday + 1))
            year, month, day = found_day.year, found_day.month, found_day.day
            julian = found_day.toordinal() - date(year, 1, 1).toordinal() + 1
        if julian is not None and julian <= 0:
            year -= 1
            julian += 366 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 365
    if julian is None:
        julian = date(year, month, day).toordinal() - date(year, 1, 1).toordinal() + 1
    else:
        found_day = date.fromordinal(julian - 1 + date(year, 1, 1).toordinal())
        year, month, day = found_day.year, found_day.month, found_day.day
    if weekday is None:
        weekday = date(year, month, day).weekday()
    if leap_fix:
        year = 1900
    return (year, month, day, hour, minute, second, weekday, julian, fraction, zone, offset,
            offset_fraction)


def _read_offset(text):
    if text == "Z":
        return 0, 0
    digits = text
    if digits[3] == ":":
        digits = digits[:3] + digits[4:]
        if len(digits) > 5:
            if digits[5] != ":":
                raise ValueError(f"Inconsistent use of : in {text}")
            digits = digits[:5] + digits[6:]
    seconds = int(digits[1:3]) * 3600 + int(digits[3:5]) * 60 + int(digits[5:7] or 0)
    fraction = int(digits[8:].ljust(6, "0"))
    return (-seconds, -fraction) if text[0] == "-" else (seconds, fraction)


def _strptime_time(string, format):
    from time import struct_time
    fields = _parse(string, format)
    zone, offset = fields[9], fields[10]
    return struct_time(fields[:8] + (0 if zone else -1, zone and zone.upper(), offset))


def _strptime_datetime(cls, string, format):
    fields = _parse(string, format)
    args = fields[:6] + (fields[8],)
    offset = fields[10]
    if offset is None:
        return cls(*args)
    from datetime import timedelta, timezone
    delta = timedelta(seconds=offset, microseconds=fields[11])
    zone = fields[9]
    return cls(*args, timezone(delta, zone) if zone else timezone(delta))
