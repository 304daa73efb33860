import random
import sys


def t(f, *a, **k):
    try: print(f.__name__, a, k, f(*a, **k))
    except Exception as e: print(f.__name__, a, k, type(e).__name__, e)


random.seed(7)
for i in range(700): random.random()
t(random.randrange, 10); t(random.randrange, 5, 50, 7); t(random.randrange, 50, 5, -7); t(random.randint, 1, 6); t(random.randrange, 10**30); t(random.randint, -5, 5)
t(random.randrange, 0); t(random.randrange, 5, 5); t(random.randrange, 1, 5, 0); t(random.randrange, 5, 1, 2); t(random.randint, 5, 1); t(random.randrange, 'a')
t(random.randrange, None); t(random.randrange, 5, step=2); t(random.choice, []); t(random.choice, 'abcdef'); t(random.choice, {1,2}); t(random.choice, range(100))
