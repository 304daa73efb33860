import time


def t(f, *a):
    try: print(f.__name__, a, f(*a))
    except Exception as e: print(f.__name__, a, type(e).__name__, e)

x = time.gmtime(1700000000)
print(x[0], x[:3], len(x), tuple(x), x == tuple(x), isinstance(x, tuple), hash(x) == hash(tuple(x)))
for f in '%a %A %b %B %c|%C %d %D %e %F %g %G %h|%H %I %j %k %l %m %M|%n|%p %P %r %R %s %S|%t|%T %u %U %V %w %W %x %X %y %Y %z %Z %% %-d %_d %^a %Q %'.split('|'):
    t(time.strftime, f, x)
for y in range(1970, 2030):
    for d in (0, 1, 2, 3, 362, 363, 364, 365):
        print(time.strftime('%G-%V %U %W %j %a %u %w', time.gmtime(time.mktime((y, 1, 1 + d, 12, 0, 0, 0, 0, 0)))))
