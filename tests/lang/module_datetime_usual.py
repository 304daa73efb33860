# Dates and times as text, from text, moved and compared, at the edges too.
from datetime import date, datetime, timedelta, time, timezone
import random
rnd = random.Random(7)
class D(datetime): pass
class MyDate(date):
    def timetuple(self): return date(1999, 9, 9).timetuple()
ms = [datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999), datetime(2000, 2, 29, 12), datetime(1900, 3, 1, 0, 0, 1), datetime(999, 5, 5), datetime(1000, 1, 1), D(2024, 2, 29, 1, 2, 3, 4)]
ms += [datetime(rnd.randrange(1, 10000), rnd.randrange(1, 13), rnd.randrange(1, 29), rnd.randrange(24), rnd.randrange(60), rnd.randrange(60), rnd.choice([0, 5, 999999])) for _ in range(40)]
fm = "%Y|%m|%d|%H|%M|%S|%f|%y|%j|%a|%A|%b|%B|%p|%I|%%|x"
for m in ms:
    for f in (fm, "%Y-%m-%d", "", "%", "%Q" if 0 else "%d", "é %d", "%c %x %X", "%U %W %V %G %u %w", "%z%Z", "a%"):
        try: print(m.strftime(f), end='; ')
        except Exception as e: print(type(e).__name__, e, end='; ')
    print(m.date().strftime(fm), f"{m:%d.%m.%Y}", f"{m.date():%H:%M}")
    for t in (timedelta(days=1), timedelta(microseconds=-1), timedelta(hours=7, seconds=13), timedelta(days=400000), -timedelta(days=3000)):
        try: x = m + t; print(x, x - t == m, (x - m) == t, x > m, x <= m, type(x).__name__, hash(x) == hash(m + t))
        except OverflowError as e: print('overflow', e)
    s = str(m); print(datetime.fromisoformat(s) == m, D.fromisoformat(s), datetime.fromisoformat(m.isoformat()))
    print(m.replace(hour=1), m.timestamp() if m.year > 2 and m.year < 9998 else '', m.weekday(), m.toordinal())
print(MyDate(2001, 1, 1).strftime("%Y"), time(3, 4, 5).strftime("%H-%M"))
for s in ("2020-01-02T03:04:05", "2020-01-02 03:04:05.123456", "2020-01-02 03:04:05,123456", "2020-13-02 03:04:05", "2020-01-02x03:04:05", "2020-01-02 03-04-05", "2020-01-02 25:04:05", "2020-01-02 03:04:0a",
          "2020-01-02 03:04:05.12345x", "20200102T030405", "2020-02-30 00:00:00", "2020-01-02 03:04:05+02:00", "2020-01-02", "٢020-01-02 03:04:05"):
    try: print(repr(datetime.fromisoformat(s)))
    except ValueError as e: print(e)
u = datetime(2020, 1, 1, tzinfo=timezone.utc); v = datetime(2020, 1, 1, 2, tzinfo=timezone(timedelta(hours=2)))
print(u == v, u - v, u + timedelta(1), (v + timedelta(hours=30)).isoformat(), v.strftime("%H %z"), u < v, hash(u) == hash(v))
w = datetime(2020, 1, 1, fold=1); print((w + timedelta(0)).fold, w.replace(day=2).fold)
for bad in (lambda: datetime(2020, 1, 1, 24), lambda: datetime(2020, 1, 1, 1.5), lambda: datetime(2020, 1, 1, True).hour, lambda: u - w, lambda: u < w, lambda: u.strftime(3), lambda: datetime.fromisoformat(5), lambda: timedelta(days=10**9)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
for m in ms[:6] + [datetime(2020, 1, 2, 3, 4, 5, 6), u, v]:
    print(m.isoformat(), m.isoformat(" "), m.isoformat("_"), m.isoformat(timespec="minutes"), str(m), m.isoformat("T", "microseconds"))
class Off(datetime):
    def utcoffset(self): return timedelta(hours=1)
print(Off(2020, 1, 2).isoformat(), Off(2020, 1, 2).replace(day=3), datetime(2020, 1, 2).replace(2021, month=5), date(2020, 1, 2).replace(day=9), time(1, 2).replace(minute=7))
for bad in (lambda: ms[0].replace(month=13), lambda: ms[0].replace(day="x"), lambda: ms[0].replace(weeks=1), lambda: ms[0].isoformat("xx"), lambda: ms[0].isoformat(timespec="x"), lambda: ms[2].replace(year=2021)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
