# which way builtins go with these types: sizes and hints tell
import sys
from collections import *
from itertools import *
from operator import length_hint

d = deque(range(20))
o = OrderedDict.fromkeys(range(20))
c = Counter("abcabc")
print(sys.getsizeof(list(d)), sys.getsizeof(list(o)), sys.getsizeof(list(o.items())), sys.getsizeof(list(c)), sys.getsizeof(list(o.keys())))
print(sys.getsizeof([*d]), sys.getsizeof([*o]), sys.getsizeof(sorted(d)), sys.getsizeof(sorted(o)), sys.getsizeof(tuple(d)), sys.getsizeof(set(d)), sys.getsizeof(set(o)))
print(sys.getsizeof(dict(o)), sys.getsizeof(dict(c)), sys.getsizeof(dict(defaultdict(int, {i: i for i in range(20)}))), sys.getsizeof({**o}), sys.getsizeof({**c}))
x = []
x.extend(d)
print(sys.getsizeof(x))
x = [1]
x += o
print(sys.getsizeof(x))
x[1:1] = d
print(sys.getsizeof(x), len(x))
for it in iter(d), reversed(d), iter(o), iter(o.items()), repeat(1, 7), chain([1], [2]), islice(d, 5), product("ab", "cd"), permutations("abc"), combinations("abc", 2), zip_longest("ab", "c"), count(), accumulate([1]), cycle("a"), tee([1])[0], starmap(pow, []), groupby("aab"), pairwise("abc"):
    print(type(it).__name__, length_hint(it, -1), end="; ")
print()
print(sys.getsizeof(list(repeat(0, 7))), sys.getsizeof(list(islice(d, 7))), sys.getsizeof(list(chain([1] * 7))), sys.getsizeof(list(product(range(3), range(3)))), sys.getsizeof(list(iter(d))))
print(sys.getsizeof(dict.fromkeys(o)), sys.getsizeof(dict.fromkeys(d)), sys.getsizeof(frozenset(c)), sys.getsizeof(set(c)), sys.getsizeof(set().union(o)))
u = {}
u.update(o)
v = {}
v.update(c)
w = {}
w.update(zip(d, d))
print(sys.getsizeof(u), sys.getsizeof(v), sys.getsizeof(w), sys.getsizeof(c.copy()), sys.getsizeof(dict(c.items())))
print(max(d), min(o), sum(d), any(d), all(d), len(d), 5 in o, list(map(str, islice(d, 3))), list(filter(None, islice(d, 3))), list(enumerate(islice(d, 2))), list(zip(d, o))[:2])
print("".join(deque("abc")), ",".join(OrderedDict(a=1, b=2)), [*reversed(deque("xy"))], dict(enumerate(deque("ab"))), str(deque()), bool(deque()), bool(OrderedDict()))
first, *middle, last = d
print(first, len(middle), last)
a, b = deque([1, 2])
print(a, b, *islice(d, 3), sep="-")
print(sum(islice(count(1), 4)), max(chain([1], [5])), sorted(chain("ba", "c")), tuple(pairwise("abc")), set(repeat(1, 3)), dict(zip(count(), "ab")), list(zip(repeat(0), range(2))))
d2 = deque([3, 1, 2])
print(sorted(d2), sorted(d2, reverse=True), list(reversed(sorted(OrderedDict.fromkeys("cab")))), d2 == deque(sorted(d2)))
P = namedtuple("P", "x y")
print(P(*d2[0:0] if False else (1, 2)), max([P(1, 2), P(2, 1)]), sum(P(3, 4)), list(P(1, 2)), dict(P(1, 2)._asdict()), "%s %s" % P(1, 2), "{0.x} {0[1]}".format(P(5, 6)), [*P(1, 2)], len(P(1, 2)), P(1, 2) in {(1, 2)})
print(isinstance(d, deque), issubclass(OrderedDict, dict), isinstance(c, dict), isinstance(P(1, 2), tuple), callable(count), callable(deque.append))
