"""How often, and about which fold, zones are asked when moments are compared, and on the way from UTC."""
from datetime import *
class TZ(tzinfo):
    def __init__(self, h, n): self.h = h; self.n = n
    def utcoffset(self, dt): print(self.n, dt.fold, end=" "); return timedelta(hours=self.h)
    def dst(self, dt): return timedelta(0)
    def __repr__(self): return self.n
class Naive(TZ):
    def utcoffset(self, dt): print(self.n, end=" "); return None
a, b, c, n = TZ(1, "a"), TZ(2, "b"), TZ(1, "c"), Naive(0, "n")
A, B, C, N = datetime(2024, 7, 1, tzinfo=a), datetime(2024, 7, 1, 1, tzinfo=b), datetime(2024, 7, 1, tzinfo=c), datetime(2024, 7, 1, tzinfo=n)
P = datetime(2024, 7, 1)
for x in (A, B, C, N, P):
    for y in (A, B, C, N, P):
        for op in ("==", "<", "-"):
            try: print(x.tzinfo, y.tzinfo, op, eval("x %s y" % op))
            except TypeError as e: print(e)
class Summer(tzinfo):
    def utcoffset(self, dt): print("offset", end=" "); return timedelta(hours=1)
    def dst(self, dt): print("dst", end=" "); return timedelta(hours=dt.month > 6)
    def tzname(self, dt): print("name", end=" "); return "X"
for d in datetime(2024, 7, 1, 12, tzinfo=timezone.utc), datetime(2024, 1, 1, tzinfo=timezone.utc):
    print(d.astimezone(Summer()))
