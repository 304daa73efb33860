"""How iterators are taken apart for copy and pickle, and put at a place."""
import copy, itertools, warnings
warnings.simplefilter("ignore")
its = {"list": lambda: iter([1,2,3]), "tuple": lambda: iter((1,2,3)), "str": lambda: iter("abc"), "ustr": lambda: iter("aé日"), "bytes": lambda: iter(b"abc"), "bytearray": lambda: iter(bytearray(b"abc")), "range": lambda: iter(range(3)), "lrange": lambda: iter(range(10**20, 10**20+3)), "dict": lambda: iter({1:2,3:4,5:6}), "items": lambda: iter({1:2,3:4,5:6}.items()), "values": lambda: iter({1:2,3:4,5:6}.values()), "rdict": lambda: reversed({1:2,3:4,5:6}), "set": lambda: iter({1,2,3}), "rlist": lambda: reversed([1,2,3]), "rtuple": lambda: reversed((1,2,3)), "rrange": lambda: reversed(range(3)), "enum": lambda: enumerate("abc", 5), "zip": lambda: zip([1,2,3],"abc"), "map": lambda: map(str, [1,2,3]), "filter": lambda: filter(None, [1,2,3])}
for n, f in its.items():
    i = f()
    try:
        print(n, "rest", end=" ")
        next(i)
        r = i.__reduce__()
        print(type(r).__name__, len(r), getattr(r[0], "__name__", r[0]), [type(x).__name__ for x in r[1]], r[2:] if "range" not in n else "", end=" ")
        j = copy.copy(i)
        print(type(j).__name__, list(j), list(i), end=" ")
        r = i.__reduce__()
        print(len(r), [type(x).__name__ for x in r[1]])
    except TypeError as e: print(type(e).__name__, e)
class S:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
    def __len__(self): return 3
i = iter(S()); next(i); print(i.__reduce__()[2]); print(list(copy.copy(i)), list(i), i.__reduce__()[1])
i = reversed(S()); next(i); print(i.__reduce__()[2]); print(list(copy.copy(i)), list(i), i.__reduce__()[1])
i = iter(iter([1,2,3]).__next__, 3); print(list(i), i.__reduce__()[1])
i = iter("abc"); i.__setstate__(2); print(list(i))
i = iter("abc"); i.__setstate__(-5); print(list(i))
i = iter(b"abc"); i.__setstate__(2); print(list(i))
i = zip([1], [2], strict=True); print(len(i.__reduce__()), i.__reduce__()[2:])
d = {1: 2, 3: 4}
i = iter(d); next(i); d[9] = 1
try: print(i.__reduce__())
except RuntimeError as e: print(e)
