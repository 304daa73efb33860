from collections import *
import sys
def trace(f):
    try: f()
    except Exception as e: print(type(e).__name__, e)
# uncaught-style errors
d = deque([1,2,3])
trace(lambda: [d.append(x) for x in d])
o = OrderedDict(a=1)
def m():
    for k in o: o[k+"x"] = 1
trace(m)
c = Counter("ab")
def m2():
    for k in c: c["z"+k] += 1
trace(m2)
trace(lambda: defaultdict(list, [1]))
trace(lambda: deque(1))
trace(lambda: OrderedDict([1]))
trace(lambda: namedtuple("A", "x x"))
trace(lambda: ChainMap(1)["a"])
trace(lambda: UserList(5))
trace(lambda: Counter(a=1) + 1)
trace(lambda: d + [1])
trace(lambda: sorted([d, 1]))
trace(lambda: {d: 1})
trace(lambda: {OrderedDict(): 1})
trace(lambda: d.maxlen())
trace(lambda: d["x"])
trace(lambda: OrderedDict.move_to_end({}, "a"))
trace(lambda: deque.append([], 1))
trace(lambda: deque.append())
trace(lambda: Counter.most_common())
trace(lambda: Counter().most_common("a"))
trace(lambda: defaultdict.__missing__({}, 1))
trace(lambda: OrderedDict().popitem())
trace(lambda: next(iter(deque())))
P = namedtuple("P", "a b")
trace(lambda: P(1)._replace(c=1))
trace(lambda: P(1, 2).c)
trace(lambda: P._make(iter([1])))
trace(lambda: P(1,2) + [1])
trace(lambda: P(b=1))
print(sys.getsizeof(P(1,2)), P.__doc__, P.a, P(1,2).__class__.__name__)
