class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    __match_args__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Box:
    def __init__(self, **kw):
        self.__dict__.update(kw)


def where(p):
    match p:
        case Point3(x=0, y=0, z=0):
            return "origin in space"
        case Point3(_, _, z) if z < 0:
            return ("under", z)
        case Point(0, 0):
            return "origin"
        case Point(0, y):
            return ("on y", y)
        case Point(x, y=0):
            return ("on x", x)
        case Point():
            return "a point"
        case Box(width=w, height=h):
            return ("box", w, h)
        case Box(items=[Point(x, _), *rest]):
            return ("box of points", x, len(rest))
        case int(n) | float(n):
            return ("number", n)
        case str():
            return "text"
        case list([a, *_]):
            return ("list from", a)
        case tuple() | set() | frozenset() | dict():
            return "container"
        case type():
            return "a class"
        case _:
            return "?"


for p in (Point3(0, 0, 0), Point3(1, 2, -3), Point3(0, 5, 1), Point(0, 0), Point(0, 5), Point(4, 0), Point(1, 1),
          Box(width=1, height=2), Box(items=[Point(7, 8), 1, 2]), Box(), 5, 2.5, True, "s", [1, 2], [], (), {1}, {},
          int, None, object()):
    print(where(p))


class Flag(int):
    pass


match Flag(3):
    case int(n):
        print(type(n).__name__, n)
match b"q":
    case bytes(b):
        print(b)


class Lazy:
    @property
    def value(self):
        print("computing")
        return 10


match Lazy():
    case Lazy(value=9):
        print("nine")
    case Lazy(value=10 as v):
        print("ten", v)
