import sys
from collections import namedtuple


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


Point = namedtuple("Point", "x y")
p = Point(1, 2)
print(p, p.x, p.y, p[0], p[-1], len(p), tuple(p), p == (1, 2), hash(p) == hash((1, 2)), isinstance(p, tuple), p < (1, 3))
print(Point(y=5, x=3), Point(*[7, 8]), Point(**{"x": 1, "y": 2}), Point._make([3, 4]), p._replace(x=100), p._asdict(), p._fields, Point._field_defaults)
x, y = p
print(x, y, [*p], p + (3,), p * 2, 1 in p, p.index(2), p.count(1), max(p), p[0:1], type(p[:]))
tried(Point)
tried(Point, 1)
tried(Point, 1, 2, 3)
tried(Point, 1, z=3)
tried(Point, 1, x=3)
tried(Point, x=1)
tried(Point, y=1)
tried(Point._make, [1])
tried(Point._make, [1, 2, 3])
tried(Point._make, 5)
tried(p._replace, z=1)
tried(p._replace, x=1, z=1, q=2)
tried(lambda: p.z)
tried(lambda: setattr(p, "x", 5))
tried(lambda: setattr(p, "z", 5))
tried(lambda: delattr(p, "x"))
tried(lambda: p.__dict__)
tried(lambda: p.__setitem__(0, 1))
print(Point, Point.__name__, Point.__qualname__, Point.__module__, Point.__doc__, Point.__slots__, Point.__mro__, Point.__bases__)
print(Point.x, Point.x.__doc__, Point.__new__.__doc__, Point._make.__doc__, Point._replace.__doc__, Point._asdict.__doc__, Point.__repr__.__doc__)
print(Point.__new__.__name__, Point.__new__.__qualname__, Point._make.__qualname__, Point._replace.__qualname__, Point.__match_args__)
print(sys.getsizeof(p), sys.getsizeof(Point), p.__getnewargs__(), repr(p), str(p), f"{p}", "%s" % (p,))
Point.x.__doc__ = "The x"
print(Point.x.__doc__, Point.x)

D = namedtuple("D", ["a", "b", "c"], defaults=[5, 6])
print(D(1), D(1, 2), D(1, 2, 3), D(c=0, a=9), D._field_defaults, D.__new__.__defaults__)
tried(D)
tried(D, 1, 2, 3, 4)
E1 = namedtuple("E1", "a,b, c")
print(E1(1, 2, 3), E1._fields)
print(namedtuple("R", "a class _b a 1x ok", rename=True)._fields, namedtuple("Empty", "")(), namedtuple("M", "a", module="somewhere").__module__)
print(namedtuple("R2", ["_1", "def"], rename=True)(5, 6))
for args in [("class", "a"), ("A", "def"), ("A", "_x"), ("A", "a a"), ("A", "1a"), ("A", "a-b"), ("1A", "a"), ("A B", "x"), ("", "x"), ("A", "a b", 1),
             ("A",), (5, "x"), ("A", [1, 2]), ("A", 5), ("A", ["x", ""])]:
    tried(namedtuple, *args)
tried(namedtuple, "A", "x y", defaults=(1, 2, 3))
tried(namedtuple, "A", "x", defaults=5)
tried(namedtuple, "A", "x", verbose=True)


class Better(namedtuple("Better", "w h")):
    __slots__ = ()

    @property
    def area(self):
        return self.w * self.h

    def __str__(self):
        return f"{self.w}x{self.h}"


b = Better(3, 4)
print(b, repr(b), b.area, b._replace(w=5), type(b._replace(w=5)), Better._make([1, 2]).area, sys.getsizeof(b))


class Loose(Point):
    pass


q = Loose(1, 2)
q.extra = 5
print(q, q.extra, q.__dict__, q == p, q._asdict())
Long = namedtuple("Long", [f"f{i}" for i in range(12)])
n = Long(*range(12))
print(n.f11, n)
rows = [Point(3, 1), Point(1, 2), Point(2, 0)]
print(sorted(rows), min(rows, key=lambda r: r.y), {Point(1, 2): "a"}[(1, 2)], [r.x for r in rows], dict(zip(Point._fields, p)))
tried(lambda: Point.x.__get__(5, int))
tried(lambda: D.c.__get__((1, 2), tuple))


def local():
    Inner = namedtuple("Inner", "v")
    return Inner, Inner(1)


print(local(), local()[0].__module__)
match p:
    case Point(x=1, y=yy):
        print("matched", yy)
match p:
    case Point(a, bb):
        print(a, bb)
if sys.version_info >= (3, 13):
    print(p.__replace__(y=0))
