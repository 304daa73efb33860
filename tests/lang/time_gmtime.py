import time


def t(f, *a):
    try: print(f.__name__, a, f(*a))
    except Exception as e: print(f.__name__, a, type(e).__name__, e)

for s in [0, 1, -1, 86399, 86400, 951782400, 951868800, 4102444800, -86400*366*100, 1e9, 1735689600.9, -0.5, 253402300799, -62135596800]:
    t(time.gmtime, s); t(time.asctime, time.gmtime(s))
t(time.gmtime, 'a'); t(time.gmtime, float('nan')); t(time.gmtime, 1e30); t(time.sleep, -1); t(time.sleep, 'a'); t(time.sleep, float('nan')); t(time.sleep, 0)
x = time.gmtime(1700000000)
print(x.tm_year, x.tm_mon, x.tm_mday, x.tm_hour, x.tm_min, x.tm_sec, x.tm_wday, x.tm_yday, x.tm_isdst, x.tm_zone, x.tm_gmtoff)
