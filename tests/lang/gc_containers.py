import gc
import functools
import operator
import sys
from collections import *
from functools import lru_cache, partial, cmp_to_key
from itertools import *

gc.collect()
gc.disable()


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)

    def __call__(self, *args):
        return self

    def __lt__(self, other):
        return False


def trial(name, build):
    marker = Loud(name)
    build(marker)
    del marker
    print(name, gc.collect() > 0)


def in_deque(x):
    d = deque([x] * 3)
    d.append(d)
    x.d = d


def in_odict(x):
    o = OrderedDict(a=x)
    o["self"] = o
    x.o = o


def in_defaultdict(x):
    d = defaultdict(x)
    x.d = d


def in_lru(x):
    f = lru_cache(maxsize=2)(lambda k: x)
    f(1), f(2), f(3)
    x.f = f


def in_lru_unbounded(x):
    f = lru_cache(None)(lambda k, j=1: x)
    f(1), f(2, j=x)
    x.f = f


def in_partial(x):
    x.p = partial(x, x, key=x)


def in_key(x):
    x.k = cmp_to_key(x)(x)


def in_getters(x):
    x.g = operator.itemgetter(x, 1), operator.methodcaller("m", x, k=x)


def iterators(make):
    def build(x):
        x.it = make(x)

    return build


trial("deque", in_deque)
trial("OrderedDict", in_odict)
trial("defaultdict", in_defaultdict)
trial("lru_cache", in_lru)
trial("unbounded", in_lru_unbounded)
trial("partial", in_partial)
trial("cmp_to_key", in_key)
trial("getters", in_getters)
for name, make in {
    "count": lambda x: count(1.5),
    "cycle": lambda x: cycle([x]),
    "repeat": lambda x: repeat(x, 3),
    "accumulate": lambda x: accumulate([x, x], x, initial=x),
    "chain": lambda x: chain([x], [x]),
    "compress": lambda x: compress([x], [x]),
    "dropwhile": lambda x: dropwhile(x, [x]),
    "takewhile": lambda x: takewhile(x, [x]),
    "filterfalse": lambda x: filterfalse(x, [x]),
    "groupby": lambda x: groupby([x, x], x),
    "islice": lambda x: islice([x], 1),
    "starmap": lambda x: starmap(x, [(x,)]),
    "tee": lambda x: tee([x]),
    "zip_longest": lambda x: zip_longest([x], fillvalue=x),
    "product": lambda x: product([x], repeat=2),
    "permutations": lambda x: permutations([x, x]),
    "combinations": lambda x: combinations([x, x], 1),
    "pairwise": lambda x: pairwise([x, x, x]),
    "deque iterator": lambda x: iter(deque([x])),
    "odict iterator": lambda x: iter(OrderedDict(a=x).items()),
}.items():
    trial(name, iterators(make))


def started(make):
    def build(x):
        it = make(x)
        x.it = it, next(it, None)

    return build


trial("groupby under way", started(lambda x: groupby([x, x], x)))
trial("cycle under way", started(lambda x: cycle([x, x])))
trial("tee under way", started(lambda x: tee([x, x])[0]))
trial("product under way", started(lambda x: product([x], [x])))
trial("pairwise under way", started(lambda x: pairwise([x, x, x])))
trial("chain under way", started(lambda x: chain([x], [x])))
print(gc.is_tracked(deque()), gc.is_tracked(OrderedDict()), gc.is_tracked(defaultdict(int)), gc.is_tracked(Counter()), gc.is_tracked(count()),
      gc.is_tracked(repeat(1)), gc.is_tracked(partial(int)), gc.is_tracked(operator.itemgetter(1)), gc.is_tracked(namedtuple("P", "x")(1)))
