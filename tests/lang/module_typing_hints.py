from typing import get_type_hints, Optional, List, ClassVar, Annotated, TypedDict, Required, NotRequired, is_typeddict, ForwardRef, no_type_check
class Node:
    value: int
    next: "Optional[Node]"
    kids: List["Node"]
    shared: ClassVar[int] = 3
    note: Annotated[int, "meta"]
    def link(self, other: "Node", n: "int | None" = None) -> "list[Node]":
        pass
print(get_type_hints(Node))
print(get_type_hints(Node, include_extras=True)["note"])
print(get_type_hints(Node.link))
def f(a: int, b: "str", c: None) -> None: pass
print(get_type_hints(f), f.__annotations__)
try:
    def g(x: "Undefined"): pass
    get_type_hints(g)
except NameError as e:
    print(e)
class Sub(Node):
    extra: str
print(list(get_type_hints(Sub)))
class Movie(TypedDict):
    title: str
    year: int
class More(Movie, total=False):
    rating: float
    id: Required[int]
m = Movie(title="Alien", year=1979)
print(m, type(m), Movie, Movie.__annotations__, Movie.__total__, More.__annotations__, sorted(More.__required_keys__), sorted(More.__optional_keys__), More.__total__)
print(is_typeddict(Movie), is_typeddict(dict), Movie.__bases__, Movie.__mro__, type(Movie).__name__)
P = TypedDict("P", {"x": int, "in": str})
print(P.__annotations__, P(x=1), P.__name__, P.__module__)
try:
    isinstance({}, Movie)
except TypeError as e:
    print(e)
