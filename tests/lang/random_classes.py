import random
import sys


def t(f, *a, **k):
    try: print(f.__name__, a, k, f(*a, **k))
    except Exception as e: print(f.__name__, a, k, type(e).__name__, e)


r = random.Random(5); print(r.random(), r.randint(1,100)); r2 = random.Random(5); print(r2.random()); print(random.Random.__mro__)
class D(random.Random):
    def random(self): return 0.25
d = D(1); print(d.randint(1, 100), d.choice('abcd'), d.random(), d.shuffle([1,2,3]), d.sample(range(10), 3))
class G(random.Random):
    def getrandbits(self, k): return 1
print(G().randint(1, 100))
print(type(random.random).__name__, random.randint.__self__ is random.seed.__self__, random.__name__, random.Random.__module__)
