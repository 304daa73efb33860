# calendar: months and years as tables of weeks, and as text.

import datetime
from _calendar import DAY_NAMES, MONTH_NAMES
from enum import IntEnum, global_enum as _global_enum
from itertools import repeat, zip_longest
from sys import version_info as _version

__all__ = ["IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap",
           "leapdays", "weekday", "monthrange", "monthcalendar", "prmonth", "month", "prcal", "calendar",
           "timegm", "month_name", "month_abbr", "day_name", "day_abbr", "Calendar", "TextCalendar",
           "weekheader", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]
error = ValueError


class IllegalMonthError(ValueError):
    """A month that is none."""

    def __init__(self, month):
        self.month = month

    def __str__(self):
        return "bad month number %r; must be 1-12" % self.month


class IllegalWeekdayError(ValueError):
    """A weekday that is none."""

    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return "bad weekday number %r; must be 0 (Monday) to 6 (Sunday)" % self.weekday


class _Names:
    # a sequence of names that cannot be changed
    def __init__(self, names):
        self._names = list(names)

    def __getitem__(self, i):
        return self._names[i]

    def __len__(self):
        return len(self._names)


day_name = _Names(DAY_NAMES)
day_abbr = _Names(name[:3] for name in DAY_NAMES)
month_name = _Names(MONTH_NAMES)
month_abbr = _Names(name[:3] for name in MONTH_NAMES)

if _version >= (3, 12):
    def _numbered(kind, names, start):
        """The names as an enumeration, and as constants of this module."""
        members = IntEnum(kind, [name.upper() for name in names], module=__name__, start=start)
        return _global_enum(members)

    Month = _numbered("Month", MONTH_NAMES[1:], 1)
    Day = _numbered("Day", DAY_NAMES, 0)

    def __getattr__(name):
        if name not in ("January", "February"):
            raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
        from warnings import warn
        warn(f"The '{name}' attribute is deprecated, use '{name.upper()}' instead", DeprecationWarning, stacklevel=1)
        return 1 if name == "January" else 2
else:
    MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
    January, February = 1, 2

mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def isleap(year):
    """Is the year a leap year?"""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _leap_years_before(year):
    past = year - 1
    return past // 4 - past // 100 + past // 400


def leapdays(y1, y2):
    """How many leap years there are from y1 up to, not including, y2."""
    return _leap_years_before(y2) - _leap_years_before(y1)


def weekday(year, month, day):
    """The weekday, 0 for Monday."""
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        year = 2000 + year % 400
    number = datetime.date(year, month, day).weekday()
    return Day(number) if _version >= (3, 12) else number


def monthrange(year, month):
    """The weekday of the month's first day, and how many days it has."""
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), _month_length(year, month)


def _month_length(year, month):
    return mdays[month] + (month == 2 and isleap(year))


def _before(year, month):
    return (year - 1, 12) if month == 1 else (year, month - 1)


def _after(year, month):
    return (year + 1, 1) if month == 12 else (year, month + 1)


class Calendar:
    """Months as days and weeks, which begin with any weekday."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        return self._firstweekday % 7

    def setfirstweekday(self, firstweekday):
        self._firstweekday = firstweekday

    firstweekday = property(getfirstweekday, setfirstweekday)

    def iterweekdays(self):
        """The numbers of the weekdays, the first of a week first."""
        first = self.firstweekday
        yield from range(first, 7)
        yield from range(first)

    def itermonthdays(self, year, month):
        """The days of the weeks that the month takes; 0 for those of other months."""
        first, days = monthrange(year, month)
        yield from repeat(0, (first - self.firstweekday) % 7)
        yield from range(1, days + 1)
        yield from repeat(0, (self.firstweekday - first - days) % 7)

    def itermonthdays2(self, year, month):
        """Pairs of day and weekday."""
        for i, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, i % 7

    def itermonthdays3(self, year, month):
        """Triples of year, month and day, those of other months included."""
        first, days = monthrange(year, month)
        lead = (first - self.firstweekday) % 7
        tail = (self.firstweekday - first - days) % 7
        before, after = _before(year, month), _after(year, month)
        last = _month_length(*before)
        for (y, m), numbers in ((before, range(last - lead + 1, last + 1)),
                                ((year, month), range(1, days + 1)),
                                (after, range(1, tail + 1))):
            yield from zip(repeat(y), repeat(m), numbers)

    def itermonthdays4(self, year, month):
        """The same with the weekday."""
        for i, date in enumerate(self.itermonthdays3(year, month), self.firstweekday):
            yield *date, i % 7

    def itermonthdates(self, year, month):
        """The same as dates."""
        for y, m, d in self.itermonthdays3(year, month):
            yield datetime.date(y, m, d)

    def _weeks(self, days):
        return [days[i:i + 7] for i in range(0, len(days), 7)]

    def monthdatescalendar(self, year, month):
        return self._weeks(list(self.itermonthdates(year, month)))

    def monthdays2calendar(self, year, month):
        return self._weeks(list(self.itermonthdays2(year, month)))

    def monthdayscalendar(self, year, month):
        return self._weeks(list(self.itermonthdays(year, month)))

    def _year(self, months, width):
        return [months[i:i + width] for i in range(0, 12, width)]

    def yeardatescalendar(self, year, width=3):
        return self._year([self.monthdatescalendar(year, m) for m in range(1, 13)], width)

    def yeardays2calendar(self, year, width=3):
        return self._year([self.monthdays2calendar(year, m) for m in range(1, 13)], width)

    def yeardayscalendar(self, year, width=3):
        return self._year([self.monthdayscalendar(year, m) for m in range(1, 13)], width)


class TextCalendar(Calendar):
    """Months and years as text."""

    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end="")

    def formatday(self, day, weekday, width):
        """One day, or blanks."""
        return ("" if day == 0 else "%2i" % day).center(width)

    def formatweek(self, theweek, width):
        """A line of days."""
        return " ".join(self.formatday(d, wd, width) for d, wd in theweek)

    def formatweekday(self, day, width):
        """A weekday's name, cut to the width."""
        names = day_name if width >= 9 else day_abbr
        return names[day][:width].center(width)

    def formatweekheader(self, width):
        """The line of weekdays."""
        return " ".join(self.formatweekday(i, width) for i in self.iterweekdays())

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        """The month's name in the middle of the width."""
        if _version >= (3, 13) and not 1 <= themonth <= 12:
            raise IllegalMonthError(themonth)
        name = month_name[themonth]
        return ("%s %r" % (name, theyear) if withyear else name).center(width)

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def formatmonth(self, theyear, themonth, w=0, l=0):
        """A month as text."""
        w, l = max(2, w), max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1).rstrip(),
                 self.formatweekheader(w).rstrip()]
        lines += [self.formatweek(week, w).rstrip() for week in self.monthdays2calendar(theyear, themonth)]
        return "".join(line + "\n" * l for line in lines)

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        """A year as text, m months beside each other."""
        w, l, c = max(2, w), max(1, l), max(2, c)
        width = (w + 1) * 7 - 1
        title = repr(theyear).center(width * m + c * (m - 1))
        header = self.formatweekheader(w)
        lines = [title]
        for first, row in zip(range(1, 13, m), self.yeardays2calendar(theyear, m)):
            names = [self.formatmonthname(theyear, first + k, width, False) for k in range(len(row))]
            lines += ["", formatstring(names, width, c), formatstring([header] * len(row), width, c)]
            for weeks in zip_longest(*row):  # a month that has no such week is blank there
                cells = ["" if week is None else self.formatweek(week, w) for week in weeks]
                lines.append(formatstring(cells, width, c))
        return "".join(line.rstrip() + "\n" * l for line in lines)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end="")


def _tag(name, inner, **attributes):
    shown = "".join(f' {key.rstrip("_")}="{value}"' for key, value in attributes.items())
    return f"<{name}{shown}>{inner}</{name}>"


class HTMLCalendar(Calendar):
    """Months and years as tables of HTML."""

    cssclasses = [name[:3].lower() for name in DAY_NAMES]
    cssclasses_weekday_head = cssclasses
    cssclass_noday = "noday"
    cssclass_month_head = cssclass_month = "month"
    cssclass_year_head = cssclass_year = "year"

    def formatday(self, day, weekday):
        """A cell."""
        if day == 0:
            return _tag("td", "&nbsp;", class_=self.cssclass_noday)
        return _tag("td", "%d" % day, class_=self.cssclasses[weekday])

    def formatweek(self, theweek):
        """A row of days."""
        return _tag("tr", "".join(self.formatday(d, wd) for d, wd in theweek))

    def formatweekday(self, day):
        """A weekday's name as a cell of the head."""
        return _tag("th", day_abbr[day], class_=self.cssclasses_weekday_head[day])

    def formatweekheader(self):
        """The row of weekdays."""
        return _tag("tr", "".join(self.formatweekday(i) for i in self.iterweekdays()))

    def formatmonthname(self, theyear, themonth, withyear=True):
        """The row with the month's name."""
        name = month_name[themonth]
        return _tag("tr", _tag("th", f"{name} {theyear}" if withyear else name, colspan=7,
                               class_=self.cssclass_month_head))

    def formatmonth(self, theyear, themonth, withyear=True):
        """A month as a table."""
        rows = [self.formatmonthname(theyear, themonth, withyear=withyear), self.formatweekheader()]
        rows += [self.formatweek(week) for week in self.monthdays2calendar(theyear, themonth)]
        return self._table("".join(f"\n{row}" for row in rows) + "\n", self.cssclass_month) + "\n"

    def _table(self, inner, css):
        return _tag("table", inner, border=0, cellpadding=0, cellspacing=0, class_=css)

    def formatyear(self, theyear, width=3):
        """A year as a table of tables, so many beside each other."""
        width = max(width, 1)
        head = _tag("tr", _tag("th", theyear, colspan=width, class_=self.cssclass_year_head))
        rows = [_tag("tr", "".join(_tag("td", self.formatmonth(theyear, m, withyear=False))
                                   for m in range(first, min(first + width, 13))))
                for first in range(1, 13, width)]
        return self._table("\n" + head + "".join(rows), self.cssclass_year)

    def formatyearpage(self, theyear, width=3, css="calendar.css", encoding=None):
        """A year as a page of its own, in bytes."""
        encoding = "utf-8" if encoding is None else encoding
        link = f'<link rel="stylesheet" type="text/css" href="{css}" />\n'
        page = (f'<?xml version="1.0" encoding="{encoding}"?>\n'
                '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
                '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n'
                f'<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; '
                f'charset={encoding}" />\n{link if css is not None else ""}'
                f'<title>Calendar for {theyear}</title>\n</head>\n'
                f'<body>\n{self.formatyear(theyear, width)}</body>\n</html>\n')
        return page.encode(encoding, "xmlcharrefreplace")


def formatstring(cols, colwidth=20, spacing=6):
    """Texts in columns."""
    return (" " * spacing).join(c.center(colwidth) for c in cols)


def format(cols, colwidth=20, spacing=6):
    print(formatstring(cols, colwidth, spacing))


c = TextCalendar()
firstweekday = c.getfirstweekday


def setfirstweekday(firstweekday):
    """Which weekday begins a week in the functions of this module."""
    if not 0 <= firstweekday <= 6:
        raise IllegalWeekdayError(firstweekday)
    c.firstweekday = firstweekday


monthcalendar = c.monthdayscalendar
prweek = c.prweek
week = c.formatweek
weekheader = c.formatweekheader
prmonth = c.prmonth
month = c.formatmonth
calendar = c.formatyear
prcal = c.pryear
EPOCH = 1970


def timegm(tuple):
    """The seconds since 1970 of the fields of a moment in UTC."""
    year, month, day, hour, minute, second = tuple[:6]
    days = datetime.date(year, month, 1).toordinal() - 719163 + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second
