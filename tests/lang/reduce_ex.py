# What objects are made of: __reduce_ex__ of builtin types.
class P: 
    def __init__(s): s.a=1
class S:
    __slots__=("x","y")
s=S(); s.x=1
for o in (object(), P(), s):
    for p in range(6):
        try: print(p, o.__reduce_ex__(p)[1:])
        except Exception as e: print(p, e)
print(len.__reduce__(), {1}.__reduce_ex__(2), [].__reduce_ex__(2)[1:3], P().__getstate__())
import re, itertools, collections, datetime, decimal, fractions, functools
for o in (collections.deque([1],3), collections.OrderedDict(a=1), collections.Counter("aab"), collections.defaultdict(list), datetime.date(2020,1,2), datetime.datetime(2020,1,2,3), datetime.timedelta(1), decimal.Decimal("1.5"), fractions.Fraction(1,2), range(3), slice(1,2), functools.partial(int,base=2), ValueError(1), OSError(2,"x","f"), KeyError, 1j, b"x", bytearray(b"x"), memoryview(b"s"), (i for i in ()), print, {}.items(), enumerate([1]), zip([1]), map(len,[]), reversed([1]), P.__init__, P().__init__, len, "a".upper, int.from_bytes, Ellipsis, NotImplemented, type, int, datetime.timezone.utc, frozenset([1])):
    try: print(type(o).__name__, re.sub("0x[0-9a-f]+","0x",str(o.__reduce_ex__(4))))
    except Exception as e: print(type(o).__name__, type(e).__name__, e)
