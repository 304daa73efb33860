import math
import sys


def t(name, *a, **k):
    try:
        print(name, a, k, getattr(math, name)(*a, **k))
    except Exception as e:
        print(name, a, k, type(e).__name__, e)


inf = math.inf
nan = math.nan
vals = [0, 1, -1, 2, 0.5, -0.5, 1.5, -2.5, 3.7, 10, 100.0, 170.5, 171.7, -170.5, 1e-10, -1e-10, 1e-300, 5e-324, 1e300, -1e300, inf, -inf, nan, 0.0, -0.0, 23, 24, 25.0, -0.001, -3, -1.5, 140.2, 200.5, 0.9999999, True, 10**20, 2**70, 'a', None, 1j, 2.2250738585072014e-308, 710.0, -745.2, 1e-21, 3e-9, 4.4, 5.0, 6.0246, 5.5246, 5.6]
for n in 'atan2 copysign fmod remainder pow nextafter hypot ldexp log isclose comb perm gcd lcm'.split():
    for a in vals[::3]+[5, 7, 12]:
        for b in [0, 1, 2, -1, 0.5, -0.0, 3, inf, -inf, nan, 1e300, -2.5, 10**20, 'x', 1500, -1100]:
            if n in ('comb', 'perm') and isinstance(b,int) and b > 1000 and not isinstance(a,float): continue
            t(n, a, b)
