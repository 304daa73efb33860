from datetime import *
import datetime as D
import random


def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: r = type(e).__name__ + ' ' + str(e)
    print(getattr(f, '__name__', '?'), a, k, repr(r))


ist = timezone(timedelta(hours=5, minutes=30), 'IST'); est = timezone(timedelta(hours=-5))
a = datetime(2024, 5, 17, 10, 20, 30, 500, ist)
print(a, repr(a), a.utcoffset(), a.tzname(), a.dst(), a.astimezone(est), a.astimezone(timezone.utc), a.astimezone(est) == a, hash(a) == hash(a.astimezone(est)), a.timetuple(), a.utctimetuple(), a.timestamp(), a.timetz(), a.time(), a.date(), a - a.astimezone(est), a.strftime('%z %Z %f'), a.isoformat(timespec='minutes'))
print(time(10, 20, tzinfo=ist), repr(time(1, 2, 3, 4, ist)), time(10, tzinfo=ist) < time(10, tzinfo=est), time(1, 2).strftime('%H:%M %p'), f'{time(1,2,3):%M-%S}', time(1, 2, fold=1), hash(time(1)) == hash(time(1)))
class TZ(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=1)
    def dst(self, dt): return timedelta(hours=1) if dt and dt.month > 6 else timedelta(0)
    def tzname(self, dt): return 'X'
print(datetime(2024, 7, 1, tzinfo=TZ()).timetuple().tm_isdst, datetime(2024, 7, 1, 12, tzinfo=timezone.utc).astimezone(TZ()), datetime(2024, 1, 1, tzinfo=TZ()).tzname())
class MyDate(date):
    def hi(self): return 'hi'
class MyDT(datetime): pass
class MyTD(timedelta): pass
print(repr(MyDate(2024, 1, 1)), MyDate(2024, 1, 1).hi(), type(MyDate(2024, 1, 1) + timedelta(1)), repr(MyDT(2024, 1, 1, 5)), type(MyDT(2024, 1, 1) - timedelta(1)), MyDT.combine(date(2024, 1, 1), time(3)), repr(MyTD(1)), type(MyTD(1) + MyTD(2)), MyDate.fromordinal(5))
print(timedelta(days=1) > timedelta(hours=23), sorted([timedelta(3), timedelta(1), timedelta(2)]), max(date(2024, 1, 1), date(2023, 1, 1)), {date(2024, 1, 1): 1}[date(2024, 1, 1)], timedelta(1) == 1, date(2024, 1, 1) != 5, timedelta(0.1), timedelta(hours=-0.5), timedelta(milliseconds=1.0005), timedelta(days=0.000001))
print(isinstance(datetime.now(), datetime), datetime.now() <= datetime.now(), date.today() == datetime.now().date(), (datetime.now(timezone.utc).tzinfo))
print([type(x).__name__ for x in (date.min, time.min, timedelta.min)], date.__name__, date.__module__, datetime.__qualname__, D.MINYEAR, D.MAXYEAR)
for k in dict(year=2, month=3, day=4, hour=5, minute=6, second=7, microsecond=8, tzinfo=est, fold=1).items(): t(a.replace, **{k[0]: k[1]})
