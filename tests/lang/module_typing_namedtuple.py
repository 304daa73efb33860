from typing import NamedTuple
class Point(NamedTuple):
    "A point."
    x: int
    y: int = 0
    def norm(self):
        return self.x + self.y
    @property
    def both(self):
        return self.x, self.y
    @classmethod
    def origin(cls):
        return cls(0, 0)
p = Point(3)
print(p, p.x, p[1], p.norm(), p.both, Point.origin(), Point._fields, Point._field_defaults, Point.__annotations__, Point.__doc__)
print(p._replace(y=9), p._asdict(), Point._make([1, 2]), p == (3, 0), isinstance(p, tuple), Point.__mro__, Point.__module__)
a, b = p
print(a, b, hash(p) == hash((3, 0)))
E = NamedTuple("E", [("name", str), ("id", int)])
print(E("x", 1), E.__annotations__)
def tr(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def order():
    class B(NamedTuple):
        a: int = 1
        b: int
def overwrite():
    class B(NamedTuple):
        a: int
        def _replace(self): pass
def multiple():
    class B(NamedTuple, int):
        a: int
def assign(): p.x = 3
for f in (order, overwrite, multiple, assign, lambda: Point(), lambda: Point(1, 2, 3)):
    tr(f)
class Child(Point):
    def norm(self): return super().norm() * 10
print(Child(1, 2).norm(), Child(1, 2))
