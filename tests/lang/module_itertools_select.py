import sys
from itertools import *


def tried(f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
        print(r if not hasattr(r, "__next__") else list(r))
    except Exception as e:
        print(type(e).__name__, e)


print(list(compress("ABCDEF", [1, 0, 1, 0, 1, 1])), list(compress("ABC", [1])), list(compress("", count())))
print(list(compress(data=[1, 2, 3], selectors=(True, False, True))))
tried(compress)
tried(compress, [1])
tried(compress, 1, 2)
tried(compress, [1], 2)
tried(compress, [1], [1], [1])
tried(compress, [1], x=[1])
print(list(dropwhile(lambda x: x < 5, [1, 4, 6, 3, 8])), list(takewhile(lambda x: x < 5, [1, 4, 6, 3, 8])))
print(list(filterfalse(lambda x: x < 5, [1, 4, 6, 3, 8])), list(filterfalse(None, [0, 1, "", "a", [], [0]])))
print(list(filterfalse(bool, [0, 1, "", "a"])))
for f in dropwhile, takewhile, filterfalse, starmap:
    tried(f)
    tried(f, None)
    tried(f, lambda x: x, 5)
    tried(f, 3, [1])
    tried(f, lambda x: x, [], [])
    tried(f, lambda x: 1 / 0, [[1]])
    tried(f, function=len, iterable=[])
t = takewhile(lambda x: x < 3, iter([1, 2, 3, 4, 1]))
print(next(t), next(t), list(t), list(t))
d = dropwhile(lambda x: x < 3, iter([1, 2, 3, 4, 1]))
print(next(d), next(d), next(d), list(d))
source = iter(range(10))
print(list(takewhile(lambda x: x < 4, source)), list(source))

print(list(islice("ABCDEFG", 2)), list(islice("ABCDEFG", 2, 4)), list(islice("ABCDEFG", 2, None)))
print(list(islice("ABCDEFG", 0, None, 2)), list(islice("ABCDEFG", 1, 6, 3)), list(islice("ABC", 10, 20)))
print(list(islice(count(), 5)), list(islice(count(), 0)), list(islice(range(10), None)), list(islice("abc", None, None, None)))
for args in [(), ([],), ([], -1), ([], 1, -2), ([], "a"), ([], 1.0), ([], 1, 2, 0), ([], 1, 2, -1), ([], 1, 2, 3, 4), (5, 1),
             ([], -1, 2), ([], 1, "x"), ([], None, 3, "z"), ([], 2**70), ([], 1, 2, 2**70), ([], "a", 1)]:
    tried(islice, *args)
tried(islice, [], stop=1)
source = iter(range(20))
print(list(islice(source, 2, 10, 3)), next(source))
source = iter(range(20))
print(list(islice(source, 2, 9, 3)), next(source))
source = iter(range(3))
s = islice(source, 1, 10)
print(next(s), next(s), next(s, "end"), next(s, "end"))


class Index:
    def __index__(self):
        return 3


print(list(islice("abcdef", Index())), list(islice("abcdef", True, Index())))


class Loud:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        print("next", self.n)
        if self.n > 6:
            raise StopIteration
        return self.n

    def __del__(self):
        print("gone")


s = islice(Loud(), 1, 4, 2)
print(list(s))
print("exhausted")
print(sys.getsizeof(s), sys.getsizeof(t), sys.getsizeof(d), sys.getsizeof(compress("", "")), sys.getsizeof(filterfalse(None, "")))
print(type(s), type(t).__name__, compress.__module__)


class Evil(islice):
    pass


print(list(Evil("abcd", 1, 3)), type(Evil("ab", 1)).__mro__)
