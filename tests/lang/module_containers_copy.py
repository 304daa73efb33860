import copy, sys
from collections import *
from functools import partial, lru_cache
from itertools import count, chain
import operator
P = namedtuple("P", "x y")
class D(deque): pass
class O(OrderedDict): pass
class C(Counter): pass
d = D([[1], 2], 5); d.tag = [1]
o = O(a=[1]); o.tag = [2]
for x in deque([[1], [2]], 3), d, OrderedDict(b=[1], a=[2]), o, defaultdict(list, a=[1]), Counter("aab"), C("ab"), P([1], 2), ChainMap({"a": [1]}, {}), UserDict(a=[1]), UserList([[1]]), UserString("abc"), partial(max, [1]), operator.itemgetter(1), operator.attrgetter("a"), operator.methodcaller("m", 1):
    y, z = copy.copy(x), copy.deepcopy(x)
    print(type(y).__name__, y is x, type(z).__name__, z is x, y, z, getattr(z, "tag", None), getattr(y, "tag", None) is getattr(x, "tag", None))
a = deque([[1]])
b, c = copy.copy(a), copy.deepcopy(a)
print(b[0] is a[0], c[0] is a[0], c.maxlen)
r = deque(); r.append(r)
q = copy.deepcopy(r)
print(q[0] is q, q)
f = lru_cache(len)
print(copy.copy(f) is f, copy.deepcopy(f) is f)
m = OrderedDict(a=1, b=2); m.move_to_end("a")
print(copy.copy(m), copy.deepcopy(m))
p = P([1], [2])
print(copy.copy(p) is p, copy.copy(p) == p, copy.deepcopy(p).x is p.x)
