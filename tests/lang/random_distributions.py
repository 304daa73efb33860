import random
import sys


def t(f, *a, **k):
    try: print(f.__name__, a, k, f(*a, **k))
    except Exception as e: print(f.__name__, a, k, type(e).__name__, e)


random.seed(9)
for n, a in dict(uniform=(1,10), triangular=(1,10,3), normalvariate=(5,2), gauss=(0,1), lognormvariate=(0,1), expovariate=(2,), vonmisesvariate=(1,2), gammavariate=(2,3), betavariate=(2,5), paretovariate=(3,), weibullvariate=(1,2)).items():
    print(n, [getattr(random, n)(*a) for _ in range(4)])
t(random.gammavariate, .5, 1); t(random.gammavariate, 1.0, 1); t(random.gammavariate, -1, 1); t(random.triangular); t(random.triangular, 1, 1); t(random.gauss); t(random.vonmisesvariate, 0, 1e-8); t(random.expovariate); t(random.expovariate, 0)
if sys.version_info >= (3, 12):
    for a in [(), (10,.5), (100,.2), (1000,.3), (1000,.9), (5,0), (5,1), (5,2), (-1,)]: t(random.binomialvariate, *a)
else: print(hasattr(random, 'binomialvariate'))
