# Dates read from text, in the C locale: what strptime() of time and datetime share.

from _calendar import DAYS, DAY_NAMES, MONTHS, MONTH_NAMES
from _library import warn_deprecated
from sys import version_info as _version

# ---- formats as regular expressions -------------------------------------------------------------


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
        "A": f"(?P<A>{names(DAY_NAMES)})",
        "a": f"(?P<a>{names(DAYS)})",
        "B": f"(?P<B>{names(MONTH_NAMES[1:])})",
        "b": f"(?P<b>{names(MONTHS[1:])})",
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


def _escaped(format):
    # as a pattern but for the directives; one blank stands for any number of them
    import re
    for code, long in _LONG.items():
        format = format.replace("%" + code, long)
    format = re.sub(r"([\\.^$*+?\(\){}\[\]|])", r"\\\1", format)
    return re.sub(r"\s+", r"\\s+", format)


def _pattern(part, patterns, format):
    # of what stands behind a "%": the directive's, and the rest as it is
    code = part[0]
    if code in patterns:
        return patterns[code] + part[1:]
    if code == "\\" and _version >= (3, 13, 5):
        raise ValueError("stray %% in format '%s'" % format)
    raise ValueError("'%s' is a bad directive in format '%s'" % ("%" if code == "\\" else code, format)) from None


def _compile(format):
    import re
    if format in _compiled:
        return _compiled[format]
    whole = _escaped(format)
    if _version >= (3, 13) and re.search(r"%d", whole) and not re.search(r"%[YyG]", whole):
        warn_deprecated(_AMBIGUOUS)
    patterns = _patterns()
    first, *parts = whole.split("%")
    out = [first]
    parts = iter(parts)
    for part in parts:
        if part:
            out.append(_pattern(part, patterns, format))
            continue
        literal = next(parts, None)  # behind "%%"
        if literal is None:
            raise ValueError("stray %% in format '%s'" % format) from None
        out.append("%" + literal)
    _compiled[format] = re.compile("".join(out), re.IGNORECASE)
    return _compiled[format]


# ---- what was found -----------------------------------------------------------------------------


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


class _Found:
    """The fields of a text; None: it has said nothing of that."""

    year = iso_year = week = iso_week = weekday = yday = offset = zone = None
    monday_first = False  # the week is one of %W, not of %U
    month = day = 1
    hour = minute = second = fraction = offset_fraction = 0


def _place(text, names):
    return [name.lower() for name in names].index(text.lower())


_NUMBERS = {"Y": "year", "G": "iso_year", "m": "month", "d": "day", "H": "hour", "M": "minute",
            "S": "second", "j": "yday", "V": "iso_week"}
# Fields and values by the text of a directive; `group` has the texts of all.
_OTHERS = {
    "y": lambda text, group: {"year": int(text) + (2000 if int(text) <= 68 else 1900)},
    "B": lambda text, group: {"month": _place(text, MONTH_NAMES)},
    "b": lambda text, group: {"month": _place(text, MONTHS)},
    "I": lambda text, group: {"hour": int(text) % 12
                              + 12 * ((group.get("p") or "").lower() == "pm")},
    "f": lambda text, group: {"fraction": int(text.ljust(6, "0"))},
    "A": lambda text, group: {"weekday": _place(text, DAY_NAMES)},
    "a": lambda text, group: {"weekday": _place(text, DAYS)},
    "w": lambda text, group: {"weekday": (int(text) - 1) % 7},
    "u": lambda text, group: {"weekday": int(text) - 1},
    "U": lambda text, group: {"week": int(text)},
    "W": lambda text, group: {"week": int(text), "monday_first": True},
    "z": lambda text, group: dict(zip(("offset", "offset_fraction"), _read_offset(text))),
    "Z": lambda text, group: {"zone": text},
    "p": lambda text, group: {},
}


def _check_weeks(found):
    strict = _version >= (3, 13)
    if found.iso_year is not None:
        complete = found.iso_week is not None and found.weekday is not None
        if found.yday is not None and (complete or strict):
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive "
                             "'%G'. Use '%Y' instead.")
        if not complete:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and "
                             "a weekday directive ('%A', '%a', '%w', or '%u').")
    elif found.iso_week is not None:
        if found.weekday is None or (found.year is None and strict):
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and "
                             "a weekday directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the "
                         "ISO year '%G' instead.")


def _day_of_iso_week(found):
    from datetime import date
    fourth = date(found.iso_year, 1, 4)
    return date.fromordinal(fourth.toordinal() - fourth.isoweekday() + (found.iso_week - 1) * 7
                            + found.weekday + 1)


def _day_of_week(found):
    # by the week's number as %U and %W count
    from datetime import date
    first = date(found.year, 1, 1)
    weekday, day = first.weekday(), found.weekday
    if not found.monday_first:
        weekday, day = (weekday + 1) % 7, (day + 1) % 7
    days = day - weekday if found.week == 0 else (7 - weekday) % 7 + 7 * (found.week - 1) + day
    return date.fromordinal(first.toordinal() + days)


def _settle(found):
    """Makes year, month, day, weekday and day of the year agree; 29 February without a year is one of
    1900 all the same."""
    from datetime import date
    no_year = found.year is None
    if no_year:
        found.year = 1904 if found.month == 2 and found.day == 29 else 1900
    if found.yday is not None:
        day = date.fromordinal(date(found.year, 1, 1).toordinal() + found.yday - 1)
    elif found.weekday is not None and found.week is not None:
        day = _day_of_week(found)
    elif found.weekday is not None and found.iso_year is not None:
        day = _day_of_iso_week(found)
    else:
        day = date(found.year, found.month, found.day)
    found.year, found.month, found.day = day.year, day.month, day.day
    if found.yday is None:
        found.yday = day.toordinal() - date(day.year, 1, 1).toordinal() + 1
    if found.weekday is None:
        found.weekday = day.weekday()
    if no_year and found.year == 1904:
        found.year = 1900


def _parse(string, format):
    for i, arg in enumerate((string, format)):
        if not isinstance(arg, str):
            raise TypeError("strptime() argument {} must be str, not {}".format(i, type(arg)))
    match = _compile(format).match(string)
    if not match:
        raise ValueError("time data %r does not match format %r" % (string, format))
    if len(string) != match.end():
        raise ValueError("unconverted data remains: %s" % string[match.end():])
    found = _Found()
    group = match.groupdict()
    for code, text in group.items():
        fields = {_NUMBERS[code]: int(text)} if code in _NUMBERS else _OTHERS[code](text, group)
        for name, value in fields.items():
            setattr(found, name, value)
    _check_weeks(found)
    _settle(found)
    return found


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    from time import struct_time
    found = _parse(data_string, format)
    return struct_time((found.year, found.month, found.day, found.hour, found.minute, found.second,
                        found.weekday, found.yday, 0 if found.zone else -1,
                        found.zone and found.zone.upper(), found.offset))


def _strptime_datetime(cls, string, format):
    found = _parse(string, format)
    args = (found.year, found.month, found.day, found.hour, found.minute, found.second, found.fraction)
    if found.offset is None:
        return cls(*args)
    from datetime import timedelta, timezone
    delta = timedelta(seconds=found.offset, microseconds=found.offset_fraction)
    return cls(*args, timezone(delta, found.zone) if found.zone else timezone(delta))
