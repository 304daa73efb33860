from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass, InitVar, KW_ONLY, MISSING
@dataclass
class Point:
    x: int
    y: int = 0
p = Point(1, 2)
print(p, p == Point(1, 2), p != Point(1, 3), p == (1, 2), Point(5), Point(y=1, x=2))
print(Point.__doc__, Point.__match_args__, Point.__init__.__qualname__, Point.__init__.__annotations__)
print(Point.__hash__, Point.y, hasattr(Point, "x"))
@dataclass
class Cart:
    owner: str
    items: list[str] = field(default_factory=list)
    total: float = field(default=0.0, repr=False, compare=False)
    secret: int = field(init=False, default=7)
a, b = Cart("Ada"), Cart("Bob")
a.items.append("pear")
print(a, b, a.items is b.items, a == Cart("Ada", ["pear"], 99.0), Cart.__doc__)
@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)
v = Version(3, 11)
print(sorted([Version(3, 12), v, Version(2, 7)]), v < Version(3, 12), v >= v, hash(v) == hash(Version(3, 11, "x")), {v: 1}[Version(3, 11)])
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def assign(): v.major = 4
def delete(): del v.minor
def mutable():
    @dataclass
    class M:
        x: list = []
def order():
    @dataclass
    class O:
        x: int = 1
        y: int
def noann():
    @dataclass
    class N:
        x = field(default=3)
def both(): field(default=1, default_factory=list)
def oeq():
    @dataclass(order=True, eq=False)
    class E: pass
def frozen_inherit():
    @dataclass
    class F(Version): pass
def overwrite():
    @dataclass(order=True)
    class L:
        x: int
        def __lt__(self, o): return True
for f in (assign, delete, mutable, order, noann, both, oeq, frozen_inherit, overwrite, lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, z=2),
          lambda: hash(p), lambda: fields(3), lambda: asdict(3), lambda: replace(3), lambda: v < 3, lambda: p < p):
    attempt(f)
@dataclass
class Circle:
    radius: float
    area: float = field(init=False)
    def __post_init__(self):
        if self.radius < 0:
            raise ValueError("negative radius")
        self.area = 3 * self.radius ** 2
print(Circle(2), replace(Circle(2), radius=3))
attempt(lambda: Circle(-1))
attempt(lambda: replace(Circle(1), area=3))
@dataclass
class Nested:
    p: Point
    ps: list
    d: dict
n = Nested(Point(1), [Point(2), (Point(3), 4)], {"k": Point(5)})
print(asdict(n), astuple(n), asdict(n, dict_factory=list))
print([(f.name, f.type, f.default is MISSING, f.init) for f in fields(Cart)])
print(is_dataclass(Point), is_dataclass(p), is_dataclass(3), is_dataclass(int))
@dataclass
class Base:
    a: int
    b: int = 2
@dataclass
class Derived(Base):
    c: int = 3
    a: str = "over"
print(Derived(), [f.name for f in fields(Derived)], Derived.__mro__)
@dataclass
class Kw:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int
print(Kw(1, c=3), Kw.__match_args__, Kw.__doc__)
attempt(lambda: Kw(1, 2, 3))
@dataclass(kw_only=True)
class Kw2:
    x: int = 0
    y: int
print(Kw2(y=1))
@dataclass
class Init:
    x: int
    scale: InitVar[int] = 2
    def __post_init__(self, scale):
        self.x *= scale
print(Init(3), Init(3, 5), hasattr(Init(1), "scale"), Init.__doc__)
@dataclass
class Rec:
    me: object = None
r = Rec()
r.me = r
print(r)
@dataclass(repr=False, eq=False)
class Plain:
    x: int
print(Plain(1) == Plain(1), hash(Plain(1)) is not None)
@dataclass(unsafe_hash=True)
class H:
    x: int
    y: int = field(hash=False)
print(hash(H(1, 2)) == hash(H(1, 3)))
