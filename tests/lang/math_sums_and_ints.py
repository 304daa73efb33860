import math
import sys


def t(name, *a, **k):
    try:
        print(name, a, k, getattr(math, name)(*a, **k))
    except Exception as e:
        print(name, a, k, type(e).__name__, e)


inf = math.inf
nan = math.nan

t('fsum', [.1]*10); t('fsum', [1e100, 1.0, -1e100]); t('fsum', [1e308, 1e308, -1e308]); t('fsum', [inf, 1]); t('fsum', [inf, -inf]); t('fsum', [nan, inf]); t('fsum', [2**-k for k in range(1074)]); t('fsum', [1, 1e16, 1e-16, 2.5]); t('fsum', [1e16, 1, 1]); t('fsum',[-0.0]); t('fsum', ['a']);t('fsum', [10**400])
t('fsum', [1.0, 2**-53, 2**-120]); t('fsum', [1.0, 2**-53, -2**-120])
t('dist', (1,2), (4,6)); t('dist', [1,2,3],[4.5,5,6]); t('dist', (1,), (1,2)); t('dist', 'ab', 'cd'); t('dist', (inf,), (inf,)); t('dist', (inf,1), (2,nan))
t('hypot'); t('hypot', -3); t('hypot', 1e200, 1e200); t('hypot', 5e-324, 5e-324); t('hypot', 1e-310, 2e-310, 3e-310); t('hypot', *range(20)); t('hypot', nan, inf); t('hypot', nan, 1)
t('gcd', 2**100*3**50, 2**80*3**70*5, 6**66); t('gcd', -12, 18); t('lcm', 2**70, 3**50, -5); t('lcm', 0, 5); t('lcm'); t('gcd'); t('gcd', 10**30, 10**18)
t('comb', 100, 50); t('comb', 1000, 3); t('comb', 10**30, 5); t('perm', 50, 20); t('perm', 10**30, 3); t('perm', 5); t('perm', 5, None); t('comb', 67, 33); t('comb',5,2.0)
t('isqrt', 10**60+1); t('isqrt', 2**64-1); t('isqrt', 2**128-1);t('isqrt',True)
if sys.version_info >= (3, 12):
    t('sumprod', [1,2,3],[4,5,6]); t('sumprod', [1.5,2],[3,4.5]); t('sumprod', [10**30, 2], [3.0, 1]); t('sumprod', [inf, 1], [0, 1]); t('sumprod', [], []); t('sumprod', [True, False, 2], [1,2,3]); t('sumprod', [1e308,1e308],[10,-10]); t('sumprod', [0.1]*10, [1]*10); t('sumprod', [0.1]*10, [True]*10); t('sumprod', [1,2],[1]); t('sumprod', ['a',1],[2,3]); t('sumprod', [1j, 2, 3.0], [1, 2.0, 3]); t('sumprod', [0.1]*5+[10**400], [0.3]*5+[2])
    t('sumprod', [-0.0], [1.0]); t('sumprod', [-0.0, -0.0], [1.0, 1])
if sys.version_info >= (3, 13): 
    for a in [(1,2,3),(inf,0,0),(1e308,10,0),(1e308,10,-inf),(nan,0,inf),(0.1,10,-1), (inf, 1, -inf), (1,2)]: t('fma', *a)
