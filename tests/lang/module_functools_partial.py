import sys
import functools
from functools import *


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def show(*args, **kw):
    return args, kw


p = partial(show, 1, 2, a=3)
print(p(), p(4), p(4, b=5), p(a=9), p.args, p.keywords, p.func is show)
q = partial(p, 5, c=6)
print(q(), q.args, q.keywords, q.func is show)
two = partial(int, base=2)
print(two("101"), two, partial(int), partial(pow, 2), partial(max, key=len), partial(print, "x", sep=""))
tried(partial)
tried(partial, 5)
tried(partial, a=1)
tried(partial(lambda a: a))
tried(partial(lambda a: a), 1, 2)
tried(two, 5)
p.attribute = 7
print(p.__dict__, partial(p, 9).func is p, partial(p, 9)())
tried(lambda: setattr(p, "func", 1))
tried(lambda: p.zzz)
print(sys.getsizeof(partial(int)), partial.__name__, partial.__module__, functools.partial)


class Special(partial):
    pass


s = Special(int, 5)
print(s, s(), type(s), Special(s, base=3).func is int)
r = partial(show)
r.__setattr__("me", r)


class Method:
    plain = partial(show, "x")
    add = partialmethod(show, "y", k=1)

    def take(self, a, b):
        return self.__class__.__name__, a, b

    taken = partialmethod(take, 1)
    both = partialmethod(taken, 2)

    def __repr__(self):
        return "<Method>"


m = Method()
if sys.version_info < (3, 13):
    print(m.plain(2))
print(m.add(3), m.taken(b=5), m.taken(6), m.both(), Method.taken(m, 7))
tried(partialmethod, 5)
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(max, "hello"), reduce(lambda a, b: a + [b], "abc", []), reduce(lambda a, b: a, [], 5), reduce(None, [7]))
tried(reduce)
tried(reduce, max)
tried(reduce, max, [])
tried(reduce, max, 5)
tried(reduce, max, [], 1, 2)
tried(reduce, 5, [1, 2])
tried(reduce, lambda a: a, [1, 2])
tried(reduce, function=max, sequence=[1])


def backwards(a, b):
    return (a < b) - (a > b)


K = cmp_to_key(backwards)
print(sorted([3, 1, 2], key=K), max([3, 1, 2], key=K), sorted(["b", "a"], key=cmp_to_key(lambda a, b: (a > b) - (a < b))))
k = K(5)
print(k.obj, K(5) == K(5), K(5) < K(3), K(5) > K(3), K(1) >= K(1), K(1) != K(2), type(k).__name__, sys.getsizeof(k))
tried(hash, k)
tried(lambda: k < 5)
tried(K)
tried(K, 1, 2)
tried(cmp_to_key)
tried(cmp_to_key(lambda a, b: 1 / 0)(1).__lt__, K(1))
tried(lambda: sorted([1, 2], key=cmp_to_key(lambda a, b: None)))


def traced(f):
    @wraps(f)
    def wrapper(*args, **kw):
        "inner doc"
        print("calling", f.__name__)
        return f(*args, **kw)

    return wrapper


@traced
def square(x: int) -> int:
    """Squares."""
    return x * x


print(square(3), square.__name__, square.__qualname__, square.__doc__, square.__annotations__, square.__wrapped__(4), square.__module__)
square.mark = 1


@traced
@traced
def twice(x):
    return x


print(twice(1), twice.__wrapped__.__wrapped__.__name__)


class Callable:
    def __call__(self):
        return "called"


c = update_wrapper(Callable(), square)
print(c(), c.__name__, c.mark, c.__wrapped__ is square)
print(WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Version) else NotImplemented


a, b = Version(1), Version(2)
print(a < b, a > b, a <= b, a >= b, a <= a, a >= a, a == b, a != b, sorted([b, a])[0] is a, Version.__gt__.__name__)
tried(lambda: a > 5)
tried(lambda: a <= "x")
for root in "__le__", "__gt__", "__ge__":
    compare = {"__le__": lambda s, o: s.n <= o.n, "__gt__": lambda s, o: s.n > o.n, "__ge__": lambda s, o: s.n >= o.n}[root]
    T = total_ordering(type("T", (), {"__init__": Version.__init__, "__eq__": lambda s, o: s.n == o.n, root: compare}))
    x, y, z = T(1), T(2), T(1)
    print(root, [x < y, x <= y, x > y, x >= y, x < z, x <= z, x > z, x >= z])
tried(lambda: total_ordering(type("Nothing", (), {})))
