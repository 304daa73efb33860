import math
import sys


def t(name, *a, **k):
    try:
        print(name, a, k, getattr(math, name)(*a, **k))
    except Exception as e:
        print(name, a, k, type(e).__name__, e)


inf = math.inf
nan = math.nan
vals = [0, 1, -1, 2, 0.5, -0.5, 1.5, -2.5, 3.7, 10, 100.0, 170.5, 171.7, -170.5, 1e-10, -1e-10, 1e-300, 5e-324, 1e300, -1e300, inf, -inf, nan, 0.0, -0.0, 23, 24, 25.0, -0.001, -3, -1.5, 140.2, 200.5, 0.9999999, True, 10**20, 2**70, 10**400, -10**400, 'a', None, 1j, 2.2250738585072014e-308, 710.0, -745.2, 1e-21, 3e-9, 4.4, 5.0, 6.0246, 5.5246, 5.6]
for n in 'acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs factorial floor frexp gamma isfinite isinf isnan isqrt lgamma log log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp'.split():
    for v in vals:
        if n == 'factorial' and isinstance(v, int) and v > 1000: continue
        if n == 'isqrt' and v == 10**400: print(math.isqrt(v) == 10**200); continue
        t(n, v)
