import sys
from itertools import *


def tried(f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
        print(r if not hasattr(r, "__next__") else list(r))
    except Exception as e:
        print(type(e).__name__, e)


print(list(accumulate([1, 2, 3, 4])), list(accumulate("abc")), list(accumulate([])), list(accumulate([], initial=5)))
print(list(accumulate([1, 2, 3], max)), list(accumulate([3, 1, 5], func=lambda a, b: a * b)), list(accumulate([1, 2], initial=100)))
print(list(accumulate([[1], [2]], initial=[])), list(accumulate([1, 2, 3], None)), list(accumulate([1, 2], None, initial=None)))
tried(accumulate)
tried(accumulate, 5)
tried(accumulate, [1, "a"])
tried(accumulate, [1, 2], 3)
tried(accumulate, [1, 2], max, 5)
tried(accumulate, [1], x=3)
tried(accumulate, [1, 2], lambda a: a)
print(list(chain("abc", [1, 2], ())), list(chain()), list(chain.from_iterable(["ab", [1]])), list(chain.from_iterable({"a": 1})))
tried(chain, 1)
tried(chain, [1], 2)
tried(chain, a=1)
tried(chain.from_iterable)
tried(chain.from_iterable, 1)
tried(chain.from_iterable, [1])
tried(chain.from_iterable, [], [])
c = chain([1], 5, [2])
print(next(c))
tried(next, c)
print(list(c))


def lazy():
    print("a")
    yield [1]
    print("b")
    yield [2, 3]
    print("c")


for x in chain.from_iterable(lazy()):
    print(x)
print(list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(max, [[1, 2], "ab", {3: 4, 5: 6}])), list(starmap(lambda: 1, [()])))
tried(starmap, pow, [(1, 2), 3])
tried(starmap, pow, [(1,)])
print(list(pairwise("ABCD")), list(pairwise("A")), list(pairwise([])))
tried(pairwise)
tried(pairwise, 1)
tried(pairwise, [], [])
tried(pairwise, iterable=[])
print(list(zip_longest("ABCD", "xy")), list(zip_longest("ABCD", "xy", fillvalue="-")), list(zip_longest()), list(zip_longest([])))
print(list(zip_longest("AB", [1, 2, 3], (None,), fillvalue=0)))
tried(zip_longest, 1)
tried(zip_longest, [1], fill=3)
tried(zip_longest, [1], fillvalue=3, x=1)
print(list(zip_longest(fillvalue=3)))


def fails(n):
    yield from range(n)
    raise ValueError("broken")


z = zip_longest(fails(2), "abcd")
print(next(z), next(z))
tried(next, z)
tried(next, z, "end")

# the tuples that are handed out again
z = zip_longest("abc", "de")
ids = set()
for pair in z:
    ids.add(id(pair))
    del pair
print(len(ids))
z = zip_longest("abc", "de")
kept = [p for p in z]
print(len({id(p) for p in kept}), kept)
print(sys.getsizeof(accumulate([])), sys.getsizeof(chain()), sys.getsizeof(starmap(len, [])), sys.getsizeof(pairwise([])),
      sys.getsizeof(zip_longest()))
ids = set()
for pair in pairwise("abcdefgh"):
    ids.add(id(pair))
    del pair
print(len(ids))
if sys.version_info >= (3, 12):
    print(list(batched("ABCDEFG", 3)), list(batched([], 2)), list(batched(range(4), 2)), list(batched(iterable="abc", n=1)))
    tried(batched)
    tried(batched, [])
    tried(batched, [], 0)
    tried(batched, [], "a")
    tried(batched, 1, 2)
    tried(batched, [], 1, 2)
    tried(batched, [], 2**70)
    print(sys.getsizeof(batched([], 1)))
if sys.version_info >= (3, 13):
    tried(batched, "ABCDEFG", 3, strict=True)
    tried(batched, "ABCDEF", 3, strict=True)
    b = batched("ABCD", 3, strict=True)
    print(next(b))
    tried(next, b)
    tried(next, b, "end")
x = object()
before = sys.getrefcount(x)
a = accumulate([x, x], lambda a, b: a)
print(next(a) is x, sys.getrefcount(x) - before, next(a) is x, sys.getrefcount(x) - before)
del a
print(sys.getrefcount(x) - before)
