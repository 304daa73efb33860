# What the collector counts when a function in C is called with keywords for the first time: 3.11
# makes a tuple of their names then.
import gc
import collections
import itertools

CALLS = [
    lambda: [].sort(key=len),
    lambda: [].sort(),
    lambda: sorted([], reverse=True),
    lambda: sum([1], start=0),
    lambda: sum([1], 0),
    lambda: int("1", base=10),
    lambda: int("1", 10),
    lambda: round(1.5, ndigits=0),
    lambda: "a b".split(sep=" "),
    lambda: "a b".split(" ", 1),
    lambda: "a b".rsplit(maxsplit=1),
    lambda: "a".splitlines(keepends=True),
    lambda: "a".encode(encoding="utf8"),
    lambda: "a".expandtabs(tabsize=4),
    lambda: b"a".decode(encoding="utf8"),
    lambda: b"a".hex(sep=":"),
    lambda: (5).to_bytes(length=2, byteorder="big"),
    lambda: bytes("a", encoding="utf8"),
    lambda: str(b"a", encoding="utf8"),
    lambda: complex(real=1),
    lambda: itertools.count(start=1),
    lambda: itertools.groupby([], key=len),
    lambda: itertools.permutations([1], r=1),
    lambda: itertools.product([1], repeat=2),
    lambda: itertools.accumulate([], initial=3),
    lambda: collections.OrderedDict(a=1).popitem(last=False),
    lambda: collections.deque([], maxlen=3),
    lambda: memoryview(object=b"a"),
    lambda: gc.get_objects(generation=0),
]


def grows_by(call):
    gc.collect()
    before = gc.get_count()[0]
    call()
    return gc.get_count()[0] - before


gc.disable()
for number, call in enumerate(CALLS):
    first = grows_by(call)
    print(number, first, grows_by(call), grows_by(call))
