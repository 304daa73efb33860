import operator
import sys
from operator import *


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


for name in "add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor lt le eq ne gt ge is_ is_not".split():
    f = getattr(operator, name)
    print(name, f(7, 2) if name != "truediv" else f(7, 2), end=" ")
    tried(f, 7)
    tried(f, 1, 2, 3)
    tried(f, a=1, b=2)
for name in "neg pos abs invert inv index truth not_".split():
    f = getattr(operator, name)
    print(name, f(7), end=" ")
    tried(f)
    tried(f, 1, 2)
    tried(f, "x")
for name in "iadd isub imul itruediv ifloordiv imod ipow ilshift irshift iand ior ixor".split():
    print(name, getattr(operator, name)(7, 2), end="; ")
print()
a = [1]
print(iadd(a, [2]) is a, imul(a, 2) is a, iconcat(a, [9]) is a, a, concat([1], [2]), concat("a", "b"), concat((1,), (2,)))
tried(concat, 1, 2)
tried(concat, [1], 2)
tried(concat, {}, {})
tried(iconcat, 1, 2)
tried(add, 1, "a")
tried(matmul, 1, 2)
tried(imatmul, 1, 2)
tried(contains, [1, 2], 2)
tried(contains, "abc", "bc")
tried(contains, 5, 2)
tried(countOf, [1, 2, 1, True], 1)
tried(countOf, 5, 1)
tried(countOf, "banana", "a")
tried(indexOf, "banana", "n")
tried(indexOf, [1, 2], 3)
tried(indexOf, 5, 3)
tried(getitem, [1, 2, 3], slice(1, None))
tried(getitem, {"a": 1}, "b")
d = {"a": 1}
print(setitem(d, "b", 2), delitem(d, "a"), d)
tried(setitem, (1,), 0, 2)
tried(delitem, d, "q")
tried(setitem, d, 1)
tried(length_hint, [1, 2])
tried(length_hint, iter(range(5)))
tried(length_hint, 5)
tried(length_hint, 5, 7)
tried(length_hint, 5, "x")
tried(length_hint, 5, 1.5)
tried(length_hint, (x for x in []), 3)
tried(operator.call, max, 1, 5, 3)
tried(operator.call, dict, a=1)
tried(operator.call)
tried(pow, 2, "x")
tried(index, 1.5)
tried(lt, 1, "a")
print(add, add.__name__, add.__module__, operator.__add__ is add, operator.__not__ is not_, operator.__concat__ is concat)
print(operator.__name__, itemgetter, attrgetter.__module__, list(map(mul, [1, 2], [3, 4])), sorted([3, 1], key=neg))


class Thing:
    def __init__(self, name, n):
        self.name, self.n = name, n
        self.inner = self

    def __repr__(self):
        return f"Thing({self.name!r})"

    def greet(self, *args, **kw):
        return self.name, args, kw


t = Thing("x", 5)
print(itemgetter(1)([1, 2]), itemgetter(0, 2, 1)("abc"), itemgetter("k")({"k": 5}), itemgetter(slice(0, 2))("xyz"), itemgetter(-1)((1, 2)))
print(attrgetter("n")(t), attrgetter("name", "n")(t), attrgetter("inner.inner.name")(t), attrgetter("inner.n", "name")(t))
print(methodcaller("greet")(t), methodcaller("greet", 1, 2, k=3)(t), methodcaller("upper")("a"), methodcaller("split", ",")("a,b"))
print(itemgetter(1), itemgetter(1, "a"), attrgetter("a"), attrgetter("a.b", "c"), methodcaller("m"), methodcaller("m", 1, x=2), methodcaller("m", 1), methodcaller("m", x=[]))
for f in itemgetter, attrgetter, methodcaller:
    tried(f)
    tried(f, x=1)
    tried(f, 5)
    tried(f, "a", x=1)
tried(attrgetter, "a", 5)
for f in itemgetter(0), attrgetter("name"), methodcaller("greet"):
    tried(f)
    tried(f, t, t)
    tried(f, obj=t)
    tried(f, 5)
tried(itemgetter(5), [1])
tried(itemgetter("x", "y"), {"x": 1})
tried(attrgetter("inner.zzz"), t)
tried(methodcaller("zzz"), t)
print(sys.getsizeof(itemgetter(1)), sys.getsizeof(attrgetter("a")), sys.getsizeof(methodcaller("a")), sys.getsizeof(add))
rows = [("b", 2), ("a", 2), ("c", 1)]
print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(1, 0)), max(rows, key=itemgetter(1)), list(map(itemgetter(0), rows)))
print(sorted([Thing("q", 2), Thing("p", 1)], key=attrgetter("n")))
tried(lambda: itemgetter(1).foo)


class Loud:
    def __eq__(self, other):
        print("eq")
        return "answer"

    def __lt__(self, other):
        return NotImplemented


print(eq(Loud(), 1), ne(Loud(), Loud()))
tried(lt, Loud(), 1)
