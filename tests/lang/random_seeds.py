import random
import sys


def t(f, *a, **k):
    try: print(f.__name__, a, k, f(*a, **k))
    except Exception as e: print(f.__name__, a, k, type(e).__name__, e)


for s in [0, 1, 42, -5, 2**70, 2**31, 2**32, 'hello', b'hello', '', 3.5, True, 'ünï', bytes(200)]:
    random.seed(s)
    print(s, [random.random() for _ in range(3)], random.getrandbits(1), random.getrandbits(33), random.getrandbits(100), random.getrandbits(0))
random.seed('abc', version=1); print(random.random())
random.seed(b'', version=1); print(random.random())
t(random.seed, (1,2)); t(random.seed, [1]);
