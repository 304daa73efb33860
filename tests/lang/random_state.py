import random
import sys


def t(f, *a, **k):
    try: print(f.__name__, a, k, f(*a, **k))
    except Exception as e: print(f.__name__, a, k, type(e).__name__, e)


random.seed(10)
print(random.randbytes(10)); t(random.getrandbits, -1); t(random.getrandbits, 2**40); t(random.getrandbits, 1.5)
s = random.getstate(); print(s[0], len(s[1]), s[2], s[1][-1]); a = random.random(); random.setstate(s); print(a == random.random())
t(random.setstate, (9, (), None)); t(random.setstate, (3, (1,2), None)); t(random.setstate, (3, [1]*625, None)); t(random.setstate, (3, (1,)*624+(700,), None))
