import time


def t(f, *a):
    try: print(f.__name__, a, f(*a))
    except Exception as e: print(f.__name__, a, type(e).__name__, e)

x = time.gmtime(1700000000)
t(time.mktime, (2024, 2, 30, 0, 0, 0, 0, 0, 0)); t(time.mktime, (2024, 14, 1, 25, 61, 61, 0, 0, 0)); t(time.mktime, (1,2)); t(time.mktime, 5); t(time.mktime, x)
t(time.strftime, '%Y', (2024,)); t(time.strftime, '%Y', (2024, 13, 1, 0,0,0,0,0,0)); t(time.strftime, '%Y %m %d', (2024, 0, 0, 0,0,0,0,0,0)); t(time.strftime, 5); t(time.asctime, (2024, 1, 1, 0,0,0,-2,1,0)); t(time.asctime, (2024, 1, 1, 24,0,0,0,1,0)); 
a = time.time(); time.sleep(0.25); b = time.time(); print(0.25 <= b - a < 5)
a = time.perf_counter(); b = time.perf_counter(); print(a <= b, type(time.time()), type(time.time_ns()), time.timezone, time.tzname, time.daylight)
try: x.tm_year = 5
except AttributeError as e: print(e)
t(time.struct_time, (1,2,3)); t(time.struct_time, range(9)); t(time.struct_time, range(12)); t(time.struct_time, 5)
