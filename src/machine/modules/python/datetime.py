# datetime: dates, times and what lies between, of the Gregorian calendar carried back to year 1.
#
# A date is its ordinal, a count of days from 0001-01-01, as much as its year, month and day; a
# timedelta is days, seconds and microseconds, of which only the days may be negative.  The local time
# zone is UTC, and now() is the machine's own clock.

from _calendar import MAXYEAR, MINYEAR
from datetime._date import date, datetime
from datetime._delta import timedelta
from datetime._time import time
from datetime._zone import UTC, timezone, tzinfo
from _library import builtin_class as _builtin_class

for _type in date, datetime, time, timedelta, timezone, tzinfo:
    _builtin_class(_type)
del _type

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")
