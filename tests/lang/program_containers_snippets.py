# typical lesson snippets
from collections import *
from collections.abc import *
import collections, functools, itertools, operator
from functools import *
from itertools import *
class LRUCache:
    def __init__(self, capacity: int):
        self.cache = collections.OrderedDict()
        self.capacity = capacity
    def get(self, key: int) -> int:
        if key not in self.cache: return -1
        self.cache.move_to_end(key)
        return self.cache[key]
    def put(self, key: int, value: int) -> None:
        if key in self.cache: self.cache.move_to_end(key)
        self.cache[key] = value
        if len(self.cache) > self.capacity: self.cache.popitem(last=False)
lru = LRUCache(2)
ops = [("put",1,1),("put",2,2),("get",1),("put",3,3),("get",2),("put",4,4),("get",1),("get",3),("get",4)]
print([getattr(lru, o)(*a) for o, *a in ops], lru.cache)
# group anagrams
g = defaultdict(list)
for w in ["eat","tea","tan","ate","nat","bat"]: g["".join(sorted(w))].append(w)
print(list(g.values()), dict(g))
# top k
print([w for w, _ in Counter("i love leetcode i love coding".split()).most_common(2)])
# bfs shortest path
def bfs(grid, start, goal):
    q, seen = deque([(start, 0)]), {start}
    while q:
        (r, c), d = q.popleft()
        if (r, c) == goal: return d
        for dr, dc in ((0,1),(1,0),(0,-1),(-1,0)):
            n = (r+dr, c+dc)
            if 0 <= n[0] < len(grid) and 0 <= n[1] < len(grid[0]) and grid[n[0]][n[1]] == "." and n not in seen:
                seen.add(n); q.append((n, d+1))
    return None
print(bfs(["..#.", ".#..", "...."], (0,0), (0,3)))
# sliding window
def chunks(it, n):
    it = iter(it)
    return iter(lambda: tuple(islice(it, n)), ())
print(list(chunks(range(7), 3)))
# curry
def curry(f):
    @wraps(f)
    def inner(*a):
        return f(*a) if len(a) >= f.__code__.co_argcount else partial(inner, *a)
    return inner
@curry
def add3(a, b, c): return a + b + c
print(add3(1)(2)(3), add3(1, 2)(3), add3(1)(2, 3))
# memo with typed keys
@lru_cache(maxsize=32, typed=True)
def f(a, b=2, *args, **kw): return (a, b, args, tuple(sorted(kw.items())))
f(1); f(1, 2); f(1, b=2); f(1.0); f(True); f(1, 2, 3); f(1, z=1, y=2); f(1, y=2, z=1)
print(f.cache_info(), f.cache_parameters())
# decorator with state
def count_calls(fn):
    @functools.wraps(fn)
    def wrapper(*a, **k):
        wrapper.calls += 1
        return fn(*a, **k)
    wrapper.calls = 0
    return wrapper
@count_calls
def hi(name="x"): "Say hi"; return f"hi {name}"
hi(); hi("y")
print(hi.calls, hi.__doc__, hi.__name__, hi.__wrapped__.__name__)
# namedtuple things
Point = namedtuple("Point", ["x", "y"], defaults=(0,))
class P3(namedtuple("P3", Point._fields + ("z",))):
    def __add__(self, o): return P3(*(a + b for a, b in zip(self, o)))
print(P3(1,2,3) + P3(1,1,1), Point(5), Point._make("ab"), Point(1)._asdict(), Point(3, 4) > Point(3, 3))
print(sorted([Point(2, 1), Point(1, 5)], key=operator.attrgetter("y")), operator.itemgetter(0, 1)(Point(7, 8)))
class Employee(namedtuple("Employee", "name salary")):
    __slots__ = ()
    def __repr__(self): return f"E<{self.name}>"
print(Employee("a", 1), [Employee(n, s) for n, s in zip("ab", count(10, 5))])
# total ordering
@total_ordering
class Card:
    order = "23456789TJQKA"
    def __init__(self, r): self.r = r
    def __eq__(self, o): return self.r == o.r
    def __lt__(self, o): return self.order.index(self.r) < self.order.index(o.r)
    def __repr__(self): return self.r
print(sorted(map(Card, "KA2T")), max(map(Card, "2J9")), Card("2") <= Card("3"), Card("A") >= Card("K"))
# single dispatch
@singledispatch
def ser(x): raise TypeError(type(x).__name__)
@ser.register(int)
@ser.register(float)
def _(x): return str(x)
@ser.register(Mapping)
def _(x): return "{" + ",".join(ser(k) + ":" + ser(v) for k, v in x.items()) + "}"
@ser.register(str)
def _(x): return '"' + x + '"'
@ser.register(Sequence)
def _(x): return "[" + ",".join(map(ser, x)) + "]"
print(ser({"a": [1, 2.5, "x"], "b": (1,)}))
try: ser(object())
except TypeError as e: print("TypeError", e)
# recipes
def take(n, it): return list(islice(it, n))
def flatten(l): return chain.from_iterable(l)
def nth(it, n, d=None): return next(islice(it, n, None), d)
def all_equal(it):
    g = groupby(it); return next(g, True) and not next(g, False)
def quantify(it, pred=bool): return sum(map(pred, it))
def ncycles(it, n): return chain.from_iterable(repeat(tuple(it), n))
def partition(pred, it):
    t1, t2 = tee(it); return filterfalse(pred, t1), filter(pred, t2)
def unique_everseen(it, key=None):
    seen = set()
    for e in it if key is None else it:
        k = e if key is None else key(e)
        if k not in seen: seen.add(k); yield e
def consume(it, n=None):
    if n is None: deque(it, maxlen=0)
    else: next(islice(it, n, n), None)
def powerset(s): s = list(s); return chain.from_iterable(combinations(s, r) for r in range(len(s)+1))
def convolve(sig, ker):
    ker = tuple(ker)[::-1]; n = len(ker); w = deque([0], maxlen=n) * n
    for x in chain(sig, repeat(0, n-1)):
        w.append(x); yield sum(map(operator.mul, ker, w))
it = iter(range(10)); consume(it, 3)
print(take(3, it), nth("abc", 1), nth("abc", 9, "d"), all_equal("aaa"), all_equal("aab"), quantify([1,0,2]), list(ncycles("ab", 2)), [list(x) for x in partition(lambda x: x % 2, range(6))], "".join(unique_everseen("AAAbBcC", str.lower)), list(powerset("abc"))[-2:], list(convolve([1,2,3],[1,1])))
print(list(accumulate(range(1, 6), operator.mul)), reduce(operator.xor, [1,2,3]), list(zip_longest(*[iter("abcde")]*2)), dict(sorted(Counter("hello").items(), key=lambda kv: (-kv[1], kv[0]))))
print(list(map(itemgetter_ := operator.itemgetter(1), enumerate("ab"))), sum(Counter(a=2, b=3).values()), Counter("abc") & Counter("bcd"), max(Counter("hello").items(), key=operator.itemgetter(1)))
print(repr(itertools.chain)[:24], functools.partial(print, 1, sep="-").keywords, list(itertools.starmap(max, [(1,2),(4,3)])))
