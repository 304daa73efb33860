# A class derived from tuple.
class Point(tuple):
    __slots__ = ()
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
    @property
    def y(self): return self[1]
    def __add__(self, o): return Point(self.x + o.x, self.y + o.y)


p = Point(1, 2) + Point(3, 4)
print(p, p.x, p.y, p == (4, 6), hash(p) == hash((4, 6)), len(p), hasattr(p, "__dict__"), type(p[:]), [*p])
