import math
import sys


def t(name, *a, **k):
    try:
        print(name, a, k, getattr(math, name)(*a, **k))
    except Exception as e:
        print(name, a, k, type(e).__name__, e)


inf = math.inf
nan = math.nan

for a in [(), (1,), (1,2,3), (1,2,3,4)]:
    for n in 'sin atan2 hypot log gcd lcm fsum prod dist isclose nextafter comb perm factorial pow fmod'.split():
        t(n, *a)
t('sin', x=1); t('gcd', x=1); t('isclose', 1, 1.1, rel_tol=.2); t('isclose', 1, 1.1, .2); t('isclose', a=1, b=2, c=3)
