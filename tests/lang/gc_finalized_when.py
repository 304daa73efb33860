# When gc.is_finalized() says yes: once __del__ has run, and only of what the collector knows.
import gc
kept = []
class S:
    __slots__ = ()
    def __del__(self): print("S", gc.is_finalized(self), gc.is_tracked(self)); kept.append(self)
class D:
    def __del__(self): print("D", gc.is_finalized(self)); kept.append(self)
class E:
    __slots__ = ("x",)
    def __del__(self): print("E", gc.is_finalized(self), gc.is_tracked(self)); kept.append(self)
for c in S, D, E:
    o = c(); del o
    print(len(kept), gc.is_finalized(kept[0]))
    o = kept.pop(); kept.clear(); del o
    print(len(kept))
    if kept:
        c.__del__ = lambda self: print("again", gc.is_finalized(self))
        kept.clear()
class Q(int):
    def __del__(self): print("Q"); kept.append(self)
q = Q(5); del q
del Q.__del__
kept.clear()
def g():
    try: yield 1
    finally: print("closed")
x = g(); next(x); print(gc.is_finalized(x)); x.close(); print(gc.is_finalized(x))
