import sys
from functools import lru_cache, cache, cached_property, singledispatch, singledispatchmethod


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


@lru_cache(maxsize=3)
def square(x):
    print("computing", x)
    return x * x


for x in 1, 2, 1, 3, 4, 2, 1, 4, 5, 3:
    print(x, square(x), square.cache_info())
print(square.cache_parameters(), square.__name__, square.__wrapped__(9), square.__doc__)
square.cache_clear()
print(square.cache_info(), square(1), square.cache_info())
tried(square)
tried(square, [])
tried(square, 1, 2)
tried(square, "a")
print(square.cache_info(), sys.getsizeof(square))
print(square.cache_info().hits, tuple(square.cache_info()), type(square.cache_info()).__name__, type(square).__name__)


@lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info(), fib.cache_parameters())


@cache
def table(*args, **kw):
    print("called", args, kw)
    return len(args) + len(kw)


table(1), table(1), table(1.0), table(True), table("1"), table(1, 2), table((1, 2)), table(a=1, b=2), table(b=2, a=1), table(1, a=1), table()
print(table.cache_info(), table.cache_parameters())


@lru_cache(maxsize=None, typed=True)
def typed(x, k=None):
    print("typed", repr(x), k)
    return x


typed(1), typed(1.0), typed(True), typed(1), typed(1, k=1), typed(1, k=1.0), typed(1, k=1)
print(typed.cache_info())


@lru_cache(maxsize=0)
def never(x):
    print("never", x)
    return x


never(1), never(1)
print(never.cache_info(), lru_cache(maxsize=-5)(len).cache_info())
tried(lru_cache, "x")
tried(lru_cache, 1.5)
tried(lambda: lru_cache(5)(7))
tried(lambda: lru_cache(maxsize=2)(len)(5))


class Loud:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print("hash", self.n)
        return self.n % 2

    def __eq__(self, other):
        print("eq", self.n, other.n)
        return self.n == other.n

    def __del__(self):
        print("gone", self.n)


@lru_cache(maxsize=2)
def loud(o):
    return o.n


print(loud(Loud(1)), loud(Loud(1)), loud(Loud(3)), loud(Loud(5)), loud(Loud(1)))
loud.cache_clear()
print("cleared")


@lru_cache(maxsize=2)
def again(n):
    if n:
        again(n - 1)
    if n == 3:
        again.cache_clear()
    return n


print(again(5), again.cache_info())


@lru_cache(maxsize=2)
def fails(x):
    raise ValueError(x)


tried(fails, 1)
tried(fails, 1)
print(fails.cache_info())


class WithMethod:
    def __init__(self, n):
        self.n = n

    @lru_cache(maxsize=None)
    def power(self, e):
        print("power", self.n, e)
        return self.n ** e

    @cached_property
    def slow(self):
        "How slow."
        print("slow", self.n)
        return self.n * 100


w, v = WithMethod(2), WithMethod(3)
print(w.power(3), w.power(3), v.power(3), WithMethod.power.cache_info(), WithMethod.power(w, 3))
print(w.slow, w.slow, w.__dict__, v.slow, WithMethod.slow.__doc__, type(WithMethod.slow).__name__)
del w.slow
print(w.slow)
w.slow = 5
print(w.slow)


class Slotted:
    __slots__ = ("x",)

    @cached_property
    def nothing(self):
        return 1


tried(lambda: Slotted().nothing)
tried(lambda: cached_property(lambda self: 1).__get__(w))
x = object()
keep = lru_cache(lambda o: o)
before = sys.getrefcount(x)
keep(x)
print(sys.getrefcount(x) - before)
keep.cache_clear()
print(sys.getrefcount(x) - before)
