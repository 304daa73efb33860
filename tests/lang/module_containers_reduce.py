from collections import *
from functools import partial, lru_cache
from operator import *
from itertools import *


def shown(x):
    parts = x.__reduce__()
    return [list(p) if hasattr(p, "__next__") else p for p in parts] if isinstance(parts, tuple) else parts


class D(deque):
    pass


class O(OrderedDict):
    pass


d = D("ab", 5)
d.extra = 1
o = O(a=1)
o.extra = 2
for x in deque("abc"), deque([1], 3), d, OrderedDict(a=1), o, OrderedDict(), defaultdict(list, a=[1]), Counter("aab"), itemgetter(1), itemgetter(1, 2):
    print(shown(x))
for x in attrgetter("a.b", "c"), methodcaller("m", 1), methodcaller("m"), partial(pow, 2), partial(int, base=2):
    print(shown(x))
cls, args = methodcaller("m", 1, k=2).__reduce__()
print(cls, args, cls(*args))
P = namedtuple("P", "x y")
print(P(1, 2).__getnewargs__())


@lru_cache
def f(x):
    return x


print(f.__reduce__(), f.__copy__() is f, f.__deepcopy__({}) is f)
