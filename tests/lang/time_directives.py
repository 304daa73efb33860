"""strftime() and strptime(): every directive, the flags, and what is refused."""
import time, datetime
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
D=datetime.datetime
for w,y in [((2021,1,1,0,0,0,4,1,0),0),((2020,12,31,13,5,9,3,366,0),0),((2024,2,29,0,0,61,3,60,0),0),((2019,12,30,12,0,0,0,364,0),0),((2018,12,31,1,2,3,0,365,0),0),((999,7,4,23,59,59,2,185,0),0)]:
    print(time.strftime("%a %A %b %B %C %d %e %G %g %h %H %I %j %k %l %M %m|%n|%p %P %S|%t|%U %u %V %W %w %Y %y %z %% %c %x %D %X %T %r %R %F", w))
    print(time.strftime("%-d %_d %0e %^a %#b %-j %_H %-H %_m %^B %-Y %_j %", w), time.strftime("%-", w), time.strftime("%_%", w))
    print(time.asctime(w), time.mktime(w))
for s in (0,-1,-86400*366*4,951782399,951782400,4102444799,-2208988800,253402300799,-62135596800,86399,1e9+.5):
    print(tuple(time.gmtime(s)), time.ctime(s))
for a,f in [("2024 07 3","%Y %U %w"),("2024 00 0","%Y %U %w"),("2023 00 1","%Y %W %w"),("2024-W01-1","%G-W%V-%u"),("29 Feb","%d %b"),("Feb 29 2023","%b %d %Y"),("2023 366","%Y %j"),("2024 366","%Y %j"),("12 pm","%I %p"),("12:30 am","%I:%M %p"),("68","%y"),("69","%y"),("1.5","%S.%f"),("+01:30","%z"),("-0130","%z"),("Z","%z"),("+01:30:15.5","%z"),("utc","%Z"),("Monday","%A"),("mon","%a"),("january","%B"),("2024%","%Y%%"),("2024","%Y%"),("x","%Q"),("2024 x","%Y"),("0000","%Y"),("24","%W"),("2024 5","%G %V"),("2024 5 1","%Y %V %u"),("5 1","%V %u"),("2024 5","%G %j"),("a  b","a b"),("2024","%Y% "),("Wed Jan  3 04:05:06 2024","%c"),("01/02/03","%x"),("04:05:06","%X"),("(1)","(%d)")]:
    t(lambda: tuple(time.strptime(a,f)))
    t(lambda: D.strptime(a,f))
    print(a,f)
