import math
import sys


def t(name, *a, **k):
    try:
        print(name, a, k, getattr(math, name)(*a, **k))
    except Exception as e:
        print(name, a, k, type(e).__name__, e)


inf = math.inf
nan = math.nan

t('prod', [1,2,3.5]); t('prod', [2, 'ab']); t('prod', ['a', 'b']); t('prod', [], start='x'); t('prod', range(1, 30)); t('prod', 3)
for x in [(1, 3), (1, 3, 4), (0.0, 1.0, 10), (5e-324, -1.0, 3), (1.0, inf, 2**70), (-0.0, 0.0, 0), (1.0, 0.0, 10**19), (3.0, -3.0, 2**63)]:
    if sys.version_info >= (3, 12): t('nextafter', x[0], x[1], steps=x[2] if len(x) > 2 else None)
if sys.version_info >= (3, 12): t('nextafter', 1, 2, steps=-1); t('nextafter', 1, 2, steps=1.0); t('nextafter', 1, 2, steps=2**64+3); t('nextafter', -1.5,2.5,steps=2**62+2**61+100)
