from dataclasses import dataclass, field, make_dataclass, fields, FrozenInstanceError, InitVar
from types import MappingProxyType
@dataclass(slots=True)
class S:
    x: int
    y: int = 5
s = S(1)
print(s, S.__slots__, hasattr(s, "__dict__"))
try:
    s.z = 3
except AttributeError as e:
    print(e)
@dataclass(slots=True, frozen=True)
class SF:
    x: int
print(SF(2), hash(SF(2)) == hash(SF(2)))
try:
    SF(1).x = 3
except FrozenInstanceError as e:
    print(repr(e), isinstance(e, AttributeError))
C = make_dataclass("C", ["a", ("b", int), ("c", int, field(default=3))], namespace={"total": lambda self: self.b + self.c})
print(C(1, 2), C(1, 2).total(), C.__name__)
for spec in (["a", "a"], ["1a"], ["for"], [("x",)]):
    try:
        make_dataclass("D", spec)
    except TypeError as e:
        print(e)
@dataclass
class Meta:
    x: int = field(default=1, metadata={"unit": "cm"})
f = fields(Meta)[0]
print(f.metadata["unit"], type(f.metadata).__name__, f.name, f.kw_only, f.hash, f.compare)
@dataclass
class WithMethods:
    x: int
    def __repr__(self):
        return "mine"
    def __eq__(self, other):
        return True
print(WithMethods(1), WithMethods(1) == 3)
@dataclass
class P:
    x: "int"
    y: "list[int]" = field(default_factory=list)
print(P(1), P.__doc__, P.__annotations__)
@dataclass(match_args=False)
class NoMatch:
    x: int
print(hasattr(NoMatch, "__match_args__"))
def where(pt):
    match pt:
        case Q(0, 0):
            return "origin"
        case Q(x, 0):
            return "x axis %d" % x
        case Q(x=x, y=y):
            return x + y
@dataclass
class Q:
    x: int
    y: int
print(where(Q(0, 0)), where(Q(3, 0)), where(Q(3, 4)))
@dataclass
class A:
    x: int = 1
    @property
    def double(self):
        return self.x * 2
    @classmethod
    def zero(cls):
        return cls(0)
print(A.zero().double, A().double)
print(Meta.__dataclass_params__.frozen, sorted(Meta.__dataclass_fields__))
