import sys
from itertools import *


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


print([(k, list(g)) for k, g in groupby("AAABBBCCAB")])
print([(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)], list(groupby([])))
print([k for k, g in groupby("AAABBBCC")])
groups = list(groupby("AAABB"))
print([(k, list(g)) for k, g in groups])
g = groupby("AAABBB")
k, first = next(g)
print(k, next(first), next(first))
k, second = next(g)
print(k, list(first), list(second))
tried(groupby)
tried(groupby, 1)
tried(groupby, [], None, 3)
tried(groupby, [], func=len)
tried(lambda: list(groupby([1, 2], lambda x: 1 / 0)))
tried(lambda: list(groupby([1, 2], 5)))


class Key:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("compare", self.n, other.n)
        return self.n == other.n


for k, items in groupby([1, 1, 2, 3, 3], Key):
    print("group", k.n, list(items))
print(type(first).__name__, iter(first) is first, sys.getsizeof(g), sys.getsizeof(first))

a, b = tee([1, 2, 3])
print(next(a), next(a), next(b), list(a), list(b), list(a))
print(tee([], 0), len(tee("abc", 5)), [list(t) for t in tee("abc", 3)])
tried(tee)
tried(tee, 1)
tried(tee, [], -1)
tried(tee, [], "a")
tried(tee, [], 1, 2)


def noisy():
    for i in range(3):
        print("produce", i)
        yield i


a, b = tee(noisy())
print("made")
print(next(a), next(a))
print(next(b))
print(next(a), next(b), next(b), next(a, "end"), next(b, "end"))
a, b = tee(range(200))
print(sum(a), sum(b), sys.getsizeof(a))
a, b = tee(iter("abcd"))
next(a)
c, d = tee(a)
print(list(c), list(d), list(b), c is a)


def recursive():
    yield 1
    yield next(box[0])


box = list(tee(recursive()))
print(next(box[0]))
tried(next, box[0])
first, second = tee(iter([10, 20, 30]))
next(second)
print(list(zip(first, second)))
x = object()
before = sys.getrefcount(x)
a, b = tee([x])
next(a)
print(sys.getrefcount(x) - before)
del a
next(b)
print(sys.getrefcount(x) - before)
del b
print(sys.getrefcount(x) - before)
