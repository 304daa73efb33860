import math
import sys


def t(name, *a, **k):
    try:
        print(name, a, k, getattr(math, name)(*a, **k))
    except Exception as e:
        print(name, a, k, type(e).__name__, e)


inf = math.inf
nan = math.nan

class F:
    def __floor__(self): return 'fl'
    def __ceil__(self): return 'ce'
    def __trunc__(self): return 'tr'
    def __float__(self): return 4.25
    def __index__(self): return 12
for n in 'floor ceil trunc sqrt isqrt factorial gcd log modf'.split():
    print(n, getattr(math, n)(F()))
class S(float): pass
t('floor', S(2.5)); t('trunc', S(2.5)); t('ceil', S(-2.5))
class B(float):
    def __floor__(self): raise KeyError('no')
t('floor', B(2.5))
print(math.pi, math.e, math.tau, math.inf, math.nan)
