import sys
from itertools import *


def tried(f, *args, **kwargs):
    try:
        print(list(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


tried(product, "ab", [1, 2])
tried(product)
tried(product, "ab", repeat=2)
tried(product, "ab", repeat=0)
tried(product, [], "ab")
tried(product, "ab", [])
tried(product, repeat=3)
tried(product, "ab", repeat=-1)
tried(product, "ab", repeat="x")
tried(product, "ab", repeat=2, x=3)
tried(product, "ab", times=2)
tried(product, 1)
tried(product, "a", 2)
tried(product, range(2), repeat=3)
print(len(list(product(range(5), range(7), range(3)))))
for f in permutations, combinations, combinations_with_replacement:
    print(f.__name__)
    tried(f)
    tried(f, "abc")
    tried(f, "abc", 2)
    tried(f, "abc", 0)
    tried(f, "abc", 1)
    tried(f, "abc", 3)
    tried(f, "abc", 4)
    tried(f, "", 0)
    tried(f, "", 1)
    tried(f, "abc", -1)
    tried(f, "abc", "x")
    tried(f, "abc", 1.0)
    tried(f, "abc", None)
    tried(f, "abc", True)
    tried(f, 5, 2)
    tried(f, "abc", 2, 3)
    tried(f, iterable="ab", r=2)
    tried(f, "ab", x=2)
    tried(f, "ab", 2**70)
    print(len(list(f(range(6), 3))))
tried(permutations, "abcd")
print(sys.getsizeof(product()), sys.getsizeof(product("ab", "cd", repeat=2)), sys.getsizeof(permutations("abc")),
      sys.getsizeof(permutations("abcd", 2)), sys.getsizeof(combinations("abc", 2)), sys.getsizeof(combinations_with_replacement("a", 3)))
for it in product("ab", "cd"), permutations("abc"), combinations("abcd", 2), combinations_with_replacement("abc", 2):
    ids = set()
    for t in it:
        ids.add(id(t))
        del t
    print(type(it).__name__, len(ids), next(it, "end"), next(it, "end"))
print(list(islice(permutations(range(20)), 3))[-1])
it = permutations([1, 2, 3])
kept = next(it)
print(kept, next(it), kept, next(it))
empty = permutations("", 0)
print(next(empty), next(empty, "end"))
x = object()
before = sys.getrefcount(x)
it = combinations([x, 1, 2], 2)
next(it)
print(sys.getrefcount(x) - before)
del it
print(sys.getrefcount(x) - before)
