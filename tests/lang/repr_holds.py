# Who holds what while it is told as text: the lists of what is under way, the frames of __repr__.
import sys
import types
from itertools import *
from functools import *
from collections import *

g = sys.getrefcount
log = []


class K:
    def __init__(s, n): s.n = n
    def __hash__(s): return hash(s.n)
    def __eq__(s, o): return isinstance(o, K) and s.n == o.n
    def __lt__(s, o): return s.n < o.n
    def __repr__(s):
        if isinstance(r, (list, tuple)): log.append([g(x) for x in r if isinstance(x, (tuple, K)) and x])
        log.append(g(s))
        return f"K{s.n}"
    def __iter__(s): return iter(range(s.n))
    def __index__(s): return s.n
    def __call__(s, *a): return a[-1] if a else s


ks = lambda *n: [K(i) for i in n]


def show(label, f):
    global r
    r = f()
    log.clear()
    repr(r); print(label, *log)


show("most", lambda: Counter(ks(1, 2, 1)).most_common(1))
show("OD items", lambda: list(OrderedDict.fromkeys(ks(1, 2)).items()))
show("OD", lambda: OrderedDict.fromkeys(ks(1, 2)))
show("D items", lambda: list(dict.fromkeys(ks(1, 2)).items()))
show("popitem", lambda: OrderedDict.fromkeys(ks(1, 2)).popitem())
show("groupby", lambda: [(k, list(g)) for k, g in groupby(ks(1, 1, 2))])
show("pairwise", lambda: list(pairwise(ks(1,2,3,4))))
show("product", lambda: list(product(ks(1,2), repeat=2)))
show("perm", lambda: list(permutations(ks(1,2,3), 2)))
show("comb", lambda: list(combinations(ks(1,2,3), 2)))
show("zl", lambda: list(zip_longest(ks(1,2,3), ks(1))))
show("zip", lambda: list(zip(ks(1,2,3), ks(1, 2))))
show("enum", lambda: list(enumerate(ks(1,2,3))))
show("lru", lambda: (lambda f: (f(K(1)), f(K(1)), f(K(2))))(lru_cache(maxsize=1)(K(5))))
show("tee", lambda: [list(t) for t in tee(ks(2, 3))])
show("deque", lambda: deque(ks(2, 3)))
show("dd", lambda: defaultdict(int, {K(1):K(2)}))
show("dict", lambda: {K(1):K(2)})
show("set", lambda: {K(1)})
show("acc", lambda: list(accumulate(ks(1, 2), max)))
show("chain", lambda: list(chain(ks(1, 2), ks(3))))
show("Counter", lambda: Counter(ks(1, 2, 1)))
show("CM", lambda: ChainMap({K(1): 2}))
show("partial", lambda: partial(K(1), K(2), x=K(3)))
show("nt", lambda: namedtuple("P", "x y")(K(1), K(3)))
show("slice", lambda: slice(K(1), K(3)))
show("mv", lambda: {K(1):K(2)}.items())
show("mv", lambda: {K(1):K(2)}.keys())
show("tup", lambda: (K(1),(K(2),)))
show("exc", lambda: ValueError(K(1)))
show("exc", lambda: ValueError(K(1), K(2)))
show("ns", lambda: types.SimpleNamespace(a=K(1)))
show("cmp", lambda: cmp_to_key(K(1)) and K(3))
show("method", lambda: K(1).__init__)
show("method", lambda: K(1).__str__)
show("islice", lambda: list(islice(ks(1,2,3,4), K(1), K(3))))
show("repeat", lambda: repeat(K(1), K(2)))
show("count", lambda: count(1, 3))
show("repeat", lambda: list(repeat(K(1), K(2))))


def documented():
    """A docstring of a function."""


class Documented:
    """A docstring of a class."""


print(g(documented.__doc__), g(Documented.__doc__))
p = property(documented)
print(g(documented.__doc__), g(p.__doc__))
print(sys.getsizeof(sys.flags), sys.flags.__sizeof__(), g(sys.version_info[3]))


class Answers:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *args):
        frame, names = sys._getframe(), []
        while frame:
            names.append(frame.f_code.co_name)
            frame = frame.f_back
        print(*names)
        raise KeyError


def delegates(what):
    yield from what


waiting = delegates(delegates(Answers()))
next(waiting)
try:
    waiting.throw(ValueError)
except KeyError:
    pass


class Told:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        print("asked", self.name)
        return self.name

    def __call__(self):
        pass


print(partial(Told("f"), Told("1"), Told("2"), x=Told("x")))
