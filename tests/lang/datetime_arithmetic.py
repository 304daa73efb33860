from datetime import *
import datetime as D
import random


def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: r = type(e).__name__ + ' ' + str(e)
    print(getattr(f, '__name__', '?'), a, k, repr(r))


rnd = random.Random(42)
for n in [1, 2, 365, 366, 367, 1461, 36524, 36525, 146097, 146098, 719163, 730120, 3652059] + [rnd.randrange(1, 3652060) for _ in range(150)]:
    d = date.fromordinal(n)
    print(n, d, d.toordinal() == n, d.weekday(), d.isoweekday(), d.isocalendar(), d.timetuple().tm_yday, d.strftime('%a %d %b %Y %j %U %W %G-%V %u'), hash(d) == hash(date(d.year, d.month, d.day)), date.fromisocalendar(*d.isocalendar()) == d)
for _ in range(150):
    a = datetime(rnd.randint(1, 9999), rnd.randint(1, 12), rnd.randint(1, 28), rnd.randint(0, 23), rnd.randint(0, 59), rnd.randint(0, 59), rnd.choice([0, 5, 123456, 999999]))
    b = a.replace(year=rnd.randint(1000, 9000))
    td = timedelta(rnd.randint(-10**5, 10**5), rnd.randint(-10**6, 10**6), rnd.randint(-10**7, 10**7))
    print(a, repr(a), a - b, b - a, td, repr(td), a < b, a == b)
    t(lambda: a + td); t(lambda: a - td); t(lambda: td / 7); t(lambda: td * 1.37); t(lambda: td // 3); t(lambda: td / 0.3); t(lambda: td % timedelta(hours=7)); t(lambda: divmod(td, timedelta(1, 7))); t(lambda: td.total_seconds()); t(lambda: a.isoformat(' ', 'milliseconds')); t(lambda: datetime.fromisoformat(a.isoformat()) == a); t(lambda: a.replace(tzinfo=timezone.utc).timestamp()); t(lambda: datetime.fromtimestamp(a.replace(tzinfo=timezone.utc).timestamp(), timezone.utc))
