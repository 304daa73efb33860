import datetime as D, sys
from datetime import *


def t(src):
    try:
        print(src, '->', repr(eval(src)))
    except Exception as e:
        print(src, '->', type(e).__name__, e)


for s in '''date()
date(2024)
date(2024,1,1,1)
date('a',1,1)
date(1.5,1,1)
date(0,1,1)
date(10000,1,1)
date(2024,13,1)
date(2024,2,30)
date(2024,1,1,x=1)
date(year=2024,month=1,day=1)
time(24)
time(1,60)
time(1,1,60)
time(1,1,1,10**6)
time(fold=2)
time('a')
time(1,1,1,1,5)
datetime(2024,1,1,24)
datetime(2024)
datetime(2024,1,1,tzinfo=5)
timedelta(days=10**10)
timedelta('a')
timedelta(days='a')
timedelta(1,2,3,4,5,6,7,8)
timedelta(x=1)
timedelta(1e20)
timedelta(float('nan'))
timedelta(float('inf'))
timedelta(999999999)+timedelta(1)
date(9999,12,31)+timedelta(1)
date(1,1,1)-timedelta(1)
date(2024,1,1)<5
date(2024,1,1)<datetime(2024,1,1)
datetime(2024,1,1)<date(2024,1,1)
date(2024,1,1)==datetime(2024,1,1)
datetime(2024,1,1)==date(2024,1,1)
datetime(2024,1,1)-date(2024,1,1)
date(2024,1,1)-datetime(2024,1,1)
date(2024,1,1)+date(2024,1,1)
date(2024,1,1)+1
date(2024,1,1)-1
timedelta(1)+1
timedelta(1)*'a'
timedelta(1)*timedelta(1)
timedelta(1)/0
timedelta(1)/0.0
timedelta(1)//0
timedelta(1)%timedelta(0)
timedelta(1)/timedelta(0)
timedelta(1)//1.5
timedelta(1)<5
datetime(2024,1,1)<datetime(2024,1,1,tzinfo=timezone.utc)
datetime(2024,1,1)==datetime(2024,1,1,tzinfo=timezone.utc)
datetime(2024,1,1)-datetime(2024,1,1,tzinfo=timezone.utc)
time(1)<time(1,tzinfo=timezone.utc)
time(1)<5
timezone(1)
timezone(timedelta(1))
timezone(timedelta(hours=1),5)
timezone(timedelta(hours=1),'x')
timezone(timedelta(0))
timezone.utc
timezone(timedelta(seconds=1))
str(timezone(timedelta(seconds=-1)))
date.fromordinal(0)
date.fromordinal(10**7)
date.fromordinal('a')
date.fromisoformat('2024-1-1')
date.fromisoformat(5)
datetime.fromisoformat('x')
time.fromisoformat('25:00')
datetime.fromisoformat('2024-13-01')
datetime.fromisoformat('2024-01-01T25:00')
date.fromisocalendar(2024,54,1)
date.fromisocalendar(2024,1,8)
date.fromisocalendar(0,1,1)
date.fromtimestamp(10**15)
datetime.fromtimestamp(10**15)
datetime.fromtimestamp('a')
datetime.fromtimestamp(float('nan'))
datetime(2024,1,1).replace(month=13)
datetime(2024,1,1).replace(x=13)
date(2024,1,1).replace('a')
datetime.combine(date(2024,1,1),5)
datetime.combine(5,time())
datetime.strptime('x','%Y')
datetime.strptime('2024','%Q')
datetime.strptime('2024 x','%Y')
datetime.strptime('2024','%')
datetime.strptime(5,'%')
datetime(2024,1,1).isoformat(timespec='x')
datetime(2024,1,1).isoformat('TT')
datetime(2024,1,1).isoformat(5)
date(2024,1,1).strftime(5)
format(date(2024,1,1),5)
date(2024,1,1).year.x
date(2024,1,1).foo
date(2024,1,1).isocalendar()
datetime(2024,1,1).astimezone(5)
datetime(2024,1,1).tzname()
datetime(2024,1,1).utctimetuple()
datetime(2024,1,1).timetuple()
tzinfo().utcoffset(None)
(date.min,date.max,date.resolution,datetime.min,datetime.max,datetime.resolution,time.min,time.max,time.resolution,timedelta.min,timedelta.max,timedelta.resolution,timezone.min,timezone.max)
D.__all__
[c.__mro__ for c in (date,time,datetime,timedelta,timezone,tzinfo)]
hash(date(2024,1,1))==hash(date(2024,1,1))
date(2024,1,1).__reduce__()
datetime(2024,1,1).__reduce__()
timedelta(1).__reduce__()
timezone.utc.__reduce__()
timedelta(days=1.5,hours=2.25,microseconds=.5)
timedelta(microseconds=1.5)
timedelta(microseconds=2.5)
timedelta(seconds=0.1)
timedelta(weeks=1,days=-1)
date(2024,1,1).__setattr__('year',5)
timedelta(1).days.__class__
timedelta(1) and 1
timedelta() or 2
time() and 1
date(2024,5,17).strftime('%f')
datetime(5,1,1).strftime('%Y %y %G')
date(2024,1,1).__format__('')
f'{date(2024,1,1):%d.%m.%y}'
datetime(2024,1,1,1,2,3,4).ctime()
sum([timedelta(1),timedelta(2)],timedelta())
sum([timedelta(1)])
abs(timedelta(-1))
-timedelta(1,2,3)
divmod(timedelta(5),timedelta(2))
timedelta(5)%timedelta(hours=7)
timedelta(5)/timedelta(2)
timedelta(5)/2.5
timedelta(1)*1.1
round(timedelta(1).total_seconds())
str(timedelta(-1,3))
str(timedelta(days=2,microseconds=1))'''.split('\n'): t(s)
