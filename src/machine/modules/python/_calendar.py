# The calendar, as numbers: the Gregorian one, carried back to year 1.  A day's ordinal counts from
# 0001-01-01, which is 1: to_ordinal, from_ordinal, moment_us and their like are native, modules/calendar.c.

MINYEAR, MAXYEAR = 1, 9999
LAST_ORDINAL = 3652059
DAY_US = 86_400_000_000
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = ("", "January", "February", "March", "April", "May", "June", "July", "August",
               "September", "October", "November", "December")
DAYS = tuple(name[:3] for name in DAY_NAMES)
MONTHS = tuple(name[:3] for name in MONTH_NAMES)
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_days(year, month):
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def days_before_year(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def days_before_month(year, month):
    return _BEFORE[month] + (month > 2 and is_leap(year))


def first_iso_monday(year):
    first = to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def iso_weeks(year):
    first = to_ordinal(year, 1, 1) % 7
    return 53 if first == 4 or (first == 3 and is_leap(year)) else 52


def iso_ordinal(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 1 <= week <= 53 or (week == 53 and iso_weeks(year) < 53):
        raise ValueError(f"Invalid week: {week}")
    if not 1 <= day <= 7:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return first_iso_monday(year) + (week - 1) * 7 + day - 1


def iso_week(year, weekday, yday):
    """The ISO year and week of a day of a year; the weekday counts from Monday as 0."""
    week = (yday - 1 - weekday + 10) // 7
    if week < 1:
        return year - 1, iso_weeks(year - 1)
    if week > iso_weeks(year):
        return year + 1, 1
    return year, week


def shifted(ordinal):
    if not 1 <= ordinal <= LAST_ORDINAL:
        raise OverflowError("date value out of range")
    return from_ordinal(ordinal)
