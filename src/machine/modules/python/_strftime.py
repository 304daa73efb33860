# time.strftime() in the C locale.

from _machine import refuse
from _calendar import DAY_NAMES, MONTH_NAMES, days_before_year, iso_week


class _Moment:
    """What directives ask for; `sunday` is the weekday counted from Sunday."""

    __slots__ = ("year", "month", "day", "hour", "minute", "second", "sunday", "yday", "zone",
                 "offset", "weekday")

    def __init__(self, *fields):
        (self.year, self.month, self.day, self.hour, self.minute, self.second, self.sunday, self.yday,
         self.zone, self.offset) = fields
        self.weekday = (self.sunday - 1) % 7

    def iso_week(self):
        return iso_week(self.year, self.weekday, self.yday)

    def hour12(self):
        return (self.hour + 11) % 12 + 1

    def timestamp(self):
        days = days_before_year(self.year) - days_before_year(1970) + self.yday - 1
        return days * 86400 + self.hour * 3600 + self.minute * 60 + self.second


def _offset_text(seconds):
    if seconds is None:
        return ""
    minutes = abs(seconds) // 60
    return f"{'-' if seconds < 0 else '+'}{minutes // 60:02d}{minutes % 60:02d}"


_DIRECTIVES = {
    "a": lambda t: DAY_NAMES[t.weekday][:3],
    "A": lambda t: DAY_NAMES[t.weekday],
    "b": lambda t: MONTH_NAMES[t.month][:3],
    "B": lambda t: MONTH_NAMES[t.month],
    "C": lambda t: str(t.year // 100),
    "d": lambda t: f"{t.day:02d}",
    "e": lambda t: f"{t.day:2d}",
    "G": lambda t: str(t.iso_week()[0]),
    "g": lambda t: f"{t.iso_week()[0] % 100:02d}",
    "h": lambda t: MONTH_NAMES[t.month][:3],
    "H": lambda t: f"{t.hour:02d}",
    "I": lambda t: f"{t.hour12():02d}",
    "j": lambda t: f"{t.yday:03d}",
    "k": lambda t: f"{t.hour:2d}",
    "l": lambda t: f"{t.hour12():2d}",
    "M": lambda t: f"{t.minute:02d}",
    "m": lambda t: f"{t.month:02d}",
    "n": lambda t: "\n",
    "p": lambda t: "AM" if t.hour < 12 else "PM",
    "P": lambda t: "am" if t.hour < 12 else "pm",
    "S": lambda t: f"{t.second:02d}",
    "s": lambda t: str(t.timestamp()),
    "t": lambda t: "\t",
    "U": lambda t: f"{(t.yday + 6 - t.sunday) // 7:02d}",
    "u": lambda t: str(t.weekday + 1),
    "V": lambda t: f"{t.iso_week()[1]:02d}",
    "W": lambda t: f"{(t.yday + 6 - t.weekday) // 7:02d}",
    "w": lambda t: str(t.sunday),
    "Y": lambda t: str(t.year),
    "y": lambda t: f"{t.year % 100:02d}",
    "Z": lambda t: t.zone or "",
    "z": lambda t: _offset_text(t.offset),
    "%": lambda t: "%",
}

_SHORT_FOR = {"c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "D": "%m/%d/%y", "X": "%H:%M:%S",
              "T": "%H:%M:%S", "r": "%I:%M:%S %p", "R": "%H:%M", "F": "%Y-%m-%d"}


def _flagged(text, flag):
    # glibc's flags: "-" without padding, "_" with blanks, "0" with zeros, "^" and "#" in capitals
    if flag == "-":
        return text.lstrip("0 ") or "0" if text.strip().isdigit() else text
    if flag == "_":
        return (text.lstrip("0") or "0").rjust(len(text)) if text.isdigit() else text
    return text.replace(" ", "0") if flag == "0" else text.upper()


def _directive(code, moment):
    if code in _SHORT_FOR:
        return _written(_SHORT_FOR[code], moment)
    write = _DIRECTIVES.get(code)
    return "%" + code if write is None else write(moment)


def _written(format, moment):
    out = []
    parts = iter(format)
    for c in parts:
        if c != "%":
            out.append(c)
            continue
        code, flag = next(parts, ""), ""
        if code and code in "-_0^#":
            code, flag = next(parts, ""), code
        if code.isdigit():
            refuse("a width in strftime()")
        if not code:
            out.append("%" + flag)
        else:
            text = _directive(code, moment)
            out.append(_flagged(text, flag) if flag else text)
    return "".join(out)


def strftime(format, *fields):
    """The text of a moment's fields: year, month, day, hour, minute, second, weekday counted from
    Sunday, day of the year, the zone's name, its offset in seconds or None."""
    return _written(format, _Moment(*fields))
