import cmath, math
def t(n, *a, **k):
    try: r = getattr(cmath, n)(*a, **k)
    except Exception as e: r = type(e).__name__ + ' ' + str(e)
    print(n, a, k, r)
inf = math.inf; nan = math.nan
vals = [0, 1, -1, 1j, -1j, 0.5, 2+3j, -2+3j, -2-3j, 2-3j, 1e-310+1e-310j, 1e300+1e300j, 1e308, -1e308j, 0.1+1e-20j, 1.0000001, 710, 710+1j, -710.5-2j, 1+0j, complex(1, -0.0), complex(-1, -0.0), complex(-0.0, 0.0), 5e-324j, True, 10**20, 0.99+0.01j, 3.5-0.25j]
special = [complex(a, b) for a in (inf, -inf, 0.0, 1.5, -2.0) for b in (inf, -inf, 0.0, -0.0, 2.0)]
for n in 'acos acosh asin asinh atan atanh cos cosh exp isfinite isinf isnan log log10 phase polar sin sinh sqrt tan tanh'.split():
    for v in vals: t(n, v)
for n in 'isfinite isinf isnan phase sqrt exp log polar cosh sinh tanh acos acosh asinh atanh cos sin tan asin atan log10'.split():
    for v in special: t(n, v)
for r in (0, 1, -2.5, inf, nan): 
    for p in (0, 1, -3, math.pi, inf, nan): t('rect', r, p)
t('log', 2+1j, 10); t('log', 8, 2); t('log', 1, 1); t('log', 0); t('log', 2, 0); t('isclose', 1, 1+1e-10j); t('isclose', 1, 2, rel_tol=.6); t('isclose', 1, 2, rel_tol=-1); t('isclose', inf, inf); t('sqrt', 'a'); t('sqrt'); t('sqrt', 1, 2); t('rect', 1); t('polar', None)
class C:
    def __complex__(self): return 2+3j
class F:
    def __float__(self): return 2.5
class I:
    def __index__(self): return 4
print(cmath.sqrt(C()), cmath.sqrt(F()), cmath.sqrt(I()), cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.infj, cmath.nan, cmath.nanj)
