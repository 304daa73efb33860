import itertools
import sys
from itertools import count, cycle, repeat


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def take(n, it):
    return [x for _, x in zip(range(n), it)]


print(count(), count(3), count(3, 2), count(1.5), count(1, 0.5), count(10, 1), count(-3, -1))
print(count(True), count(2, True), count(step=3), count(start=5), count(step=2, start=1))
print(take(5, count()), take(5, count(3)), take(5, count(3, -2)), take(4, count(0.5)), take(4, count(1, 0.25)))
print(take(3, count(2**63 - 2)), take(3, count(2**70)), take(3, count(-2**63)))
c = count(2**63 - 3)
for _ in range(5):
    print(next(c), c)
print(take(3, count(1j)))
tried(count, "a")
tried(count, 1, "b")
tried(count, 1, 2, 3)
tried(count, stop=2)
tried(count, [])
print(sys.getsizeof(count()), sys.getsizeof(cycle([])), sys.getsizeof(repeat(1)))

print(take(7, cycle("abc")), take(2, cycle([])), list(cycle(())))
tried(cycle)
tried(cycle, 1)
tried(cycle, [], [])
tried(cycle, iterable=[])


def noisy():
    print("start")
    yield 1
    print("middle")
    yield 2
    print("end")


for i, x in enumerate(cycle(noisy())):
    print(i, x)
    if i == 4:
        break

print(repeat(5), repeat(5, 3), repeat("x", times=2), repeat(object=1, times=0), repeat([], -3))
print(list(repeat(5, 3)), take(4, repeat("ab")), list(repeat(0, -1)))
r = repeat(7, 3)
print(r.__length_hint__(), next(r), r, r.__length_hint__(), list(r), r, r.__length_hint__())
tried(repeat(1).__length_hint__)
tried(repeat)
tried(repeat, 1, 2, 3)
tried(repeat, 1, "x")
tried(repeat, 1, times=None)
tried(repeat, 1, 2**70)
tried(repeat, times=3)
x = []
before = sys.getrefcount(x)
r = repeat(x, 4)
print(sys.getrefcount(x) - before)
items = list(r)
print(sys.getrefcount(x) - before, all(i is x for i in items))
del items, r
print(sys.getrefcount(x) - before)
print(list(map(pow, range(5), repeat(2))), list(zip(count(10), "abc")), dict(zip("ab", count())))
print(iter(c) is c, type(c), type(c).__name__, type(c).__module__, type(c).__qualname__, repeat, cycle, itertools)


class Counter(count):
    def __next__(self):
        return super().__next__() * 10


k = Counter(3)
print(take(3, k), k)
tried(lambda: len(count()))
tried(lambda: count()[0])
tried(lambda: setattr(count(), "a", 1))
tried(lambda: count().a)
tried(lambda: setattr(count, "a", 1))
