import random
import sys


def t(f, *a, **k):
    try: print(f.__name__, a, k, f(*a, **k))
    except Exception as e: print(f.__name__, a, k, type(e).__name__, e)


random.seed(8)
x = list(range(30)); random.shuffle(x); print(x)
t(random.shuffle, 'abc'); t(random.shuffle, (1,2,3))
t(random.sample, range(100), 5); t(random.sample, range(10**6), 20); t(random.sample, 'abcdefgh', 8); t(random.sample, [1,2], 3); t(random.sample, {1,2}, 1) ; t(random.sample, ['r','b'], counts=[3,4], k=5); t(random.sample, [1], -1); t(random.sample, [1,2], counts=[1], k=1); t(random.sample, [1,2], counts=[1.5, 2.5], k=1); t(random.sample, [1,2], counts=[0, 0], k=1); t(random.sample, list(range(200)), 6)
t(random.choices, 'abc', k=5); t(random.choices, 'abc', [1,2,3], k=5); t(random.choices, 'abc', cum_weights=[1,2,9], k=5); t(random.choices, 'abc', [1,2]); t(random.choices, 'abc', 5); t(random.choices, 'abc', [0,0,0]); t(random.choices, 'ab', [1, float('inf')]); t(random.choices, 'ab', [1,2], cum_weights=[1,3]); t(random.choices, []); t(random.choices, [1,2], k=0)
