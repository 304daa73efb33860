# order of what happens: keys, calls, comparisons, seen from outside
from itertools import *
from functools import *
from collections import *
import operator
class K:
    def __init__(s, n): s.n = n
    def __hash__(s): print("h", s.n, end=" "); return hash(s.n)
    def __eq__(s, o): print("e", s.n, getattr(o, "n", o), end=" "); return isinstance(o, K) and s.n == o.n
    def __lt__(s, o): print("l", s.n, o.n, end=" "); return s.n < o.n
    def __repr__(s): return f"K{s.n}"
    def __add__(s, o): print("a", s.n, o.n, end=" "); return K(s.n + o.n)
    def __bool__(s): print("b", s.n, end=" "); return s.n > 1
    def __iter__(s): print("i", s.n, end=" "); return iter(range(s.n))
    def __index__(s): print("x", s.n, end=" "); return s.n
    def __len__(s): print("n", s.n, end=" "); return s.n
    def __length_hint__(s): print("lh", s.n, end=" "); return s.n
    def __call__(s, *a): print("c", s.n, a, end=" "); return a[-1] if a else s
def show(label, f):
    print(label, end=": ")
    try: r = f()
    except Exception as e: r = type(e).__name__, str(e)
    print("->", r)
ks = lambda *n: [K(i) for i in n]
show("Counter", lambda: Counter(ks(1, 2, 1)))
show("Counter most", lambda: Counter(ks(1, 2, 1)).most_common(1))
show("Counter add", lambda: Counter(ks(1, 2)) + Counter(ks(2)))
show("Counter eq", lambda: Counter(ks(1)) == Counter(ks(1)))
show("defaultdict", lambda: defaultdict(K(9))[K(1)])
show("OD eq", lambda: OrderedDict.fromkeys(ks(1, 2)) == OrderedDict.fromkeys(ks(1, 2)))
show("OD update", lambda: OrderedDict(zip(ks(1, 2), "ab")))
show("OD copy", lambda: OrderedDict(zip(ks(1, 2), "ab")).copy())
show("OD dict", lambda: dict(OrderedDict(zip(ks(1, 2), "ab"))))
show("OD setdefault", lambda: OrderedDict(zip(ks(1), "a")).setdefault(K(1), 5))
show("OD fromkeys dup", lambda: OrderedDict.fromkeys(ks(1, 1)))
show("OD popitem", lambda: OrderedDict.fromkeys(ks(1, 2)).popitem())
show("OD items", lambda: list(OrderedDict.fromkeys(ks(1, 2)).items()))
show("OD in", lambda: K(1) in OrderedDict.fromkeys(ks(1, 2)))
show("ChainMap", lambda: ChainMap({}, {K(1): 5})[K(1)])
show("deque remove", lambda: deque(ks(1, 2, 3)).remove(K(2)))
show("deque index", lambda: deque(ks(1, 2, 3)).index(K(3)))
show("deque in", lambda: K(3) in deque(ks(1, 2, 3)))
show("deque lt", lambda: deque(ks(1, 2)) < deque(ks(1, 3)))
show("deque eq", lambda: deque(ks(1, 2)) == deque(ks(1, 3)))
show("deque maxlen", lambda: deque(ks(1, 2), K(1)))
show("deque rotate", lambda: deque([1, 2, 3]).rotate(K(1)))
show("deque extend", lambda: deque(K(3)))
show("accumulate", lambda: list(accumulate(ks(1, 2, 3))))
show("groupby", lambda: [(k, list(g)) for k, g in groupby(ks(1, 1, 2))])
show("groupby key", lambda: [(k, list(g)) for k, g in groupby([1, 2], K(7))])
show("compress", lambda: list(compress(range(3), ks(1, 2, 0))))
show("filterfalse", lambda: list(filterfalse(None, ks(1, 2))))
show("takewhile", lambda: list(takewhile(K(1), [2, 0, 2])))
show("islice", lambda: list(islice(range(9), K(1), K(5), K(2))))
show("product", lambda: list(product(K(2), repeat=K(1))))
show("permutations", lambda: list(permutations(K(2))))
show("combinations", lambda: list(combinations(K(3), K(2))))
show("chain", lambda: list(chain(K(1), K(2))))
show("zip_longest", lambda: list(zip_longest(K(1), K(2))))
show("repeat", lambda: list(repeat(1, K(2))))
show("cycle", lambda: list(islice(cycle(K(2)), 3)))
show("tee", lambda: [list(t) for t in tee(K(2), K(2))])
show("pairwise", lambda: list(pairwise(K(3))))
show("starmap", lambda: list(starmap(K(1), [K(2)])))
show("reduce", lambda: reduce(operator.add, ks(1, 2, 3)))
show("lru", lambda: (lambda f: (f(K(1)), f(K(1)), f(K(2))))(lru_cache(maxsize=1)(K(5))))
show("lru kw", lambda: (lambda f: (f(a=K(1)), f(a=K(1))))(lru_cache(maxsize=None)(lambda a: a)))
show("lru typed", lambda: (lambda f: (f(1), f(K(1))))(lru_cache(typed=True)(K(5))))
show("partial", lambda: partial(K(1), 2)(3))
show("total", lambda: max(ks(1, 3, 2)))
show("cmp_to_key", lambda: sorted(ks(2, 1), key=cmp_to_key(lambda a, b: K(a.n - b.n).n)))
show("countOf", lambda: operator.countOf(ks(1, 2), K(2)))
show("indexOf", lambda: operator.indexOf(ks(1, 2), K(2)))
show("hint", lambda: operator.length_hint(K(3)))
show("itemgetter", lambda: operator.itemgetter(K(1))([5, 6]))
show("namedtuple", lambda: namedtuple("P", "x")(K(1)) == (K(1),))
show("namedtuple hash", lambda: hash(namedtuple("P", "x")(K(1))) == hash((K(1),)))
show("truth", lambda: operator.truth(K(2)))
show("Counter subtract", lambda: Counter(ks(1)).subtract(ks(1)))
show("OD move", lambda: OrderedDict.fromkeys(ks(1, 2, 3)).move_to_end(K(1)))
show("OD del", lambda: OrderedDict.fromkeys(ks(1, 2)).__delitem__(K(2)))
show("OD pop missing", lambda: OrderedDict.fromkeys(ks(1)).pop(K(3), 0))
show("OD or", lambda: OrderedDict.fromkeys(ks(1)) | {K(1): 2})
