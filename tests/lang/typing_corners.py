"""Corners of typing: forward references, hints, no_type_check, records, what nobody derives from."""
import copy
import pickle
import typing
from typing import (Annotated, Any, ClassVar, Final, ForwardRef, Generic, List, NamedTuple, NewType, NotRequired,
                    Optional, ParamSpec, Required, TypedDict, TypeVar, TypeVarTuple, Union, Unpack, get_overloads,
                    get_type_hints, no_type_check, overload)

T = TypeVar("T")


def show(make):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)


for base in (type(Union), type(List[int]), ForwardRef, TypeVar, ParamSpec, TypeVarTuple, typing.ParamSpecArgs):
    show(lambda: type("Derived", (base,), {}))
show(lambda: type("Derived", (type(Any),), {}).__name__)

print(ForwardRef("x", module="m") == ForwardRef("x"), ForwardRef("x") == ForwardRef("x"))
print(hash(ForwardRef("x")) == hash(ForwardRef("x", module="m")))
show(lambda: get_type_hints(type("C", (), {"__annotations__": {"a": "ClassVar[int]", "b": "List['int']"}})))
show(lambda: get_type_hints(type("C", (), {"__annotations__": {"a": "1 +"}})))


def f(a: "int", *args: "Unpack[tuple[int, str]]", b: "List['f']" = None) -> "Final[int]":
    pass


show(lambda: get_type_hints(f))
show(lambda: get_type_hints(object.__str__))
show(lambda: get_type_hints("text"))


def g(x: "Tree", y: Optional["int"], z: Annotated["str", 3]):
    pass


class Tree(List["Tree"]):
    left: "Tree"
    label: Annotated[str, "note"]
    count: ClassVar["int"]


print(get_type_hints(g), get_type_hints(g, include_extras=True))
print(get_type_hints(Tree), get_type_hints(Tree, include_extras=True))


@no_type_check
class Loose:
    class Inner:
        def method(self, x: "nonsense"):
            pass

    @classmethod
    def maker(cls, x: "nonsense"):
        pass

    outside = g

    def own(self, x: "nonsense"):
        pass


print(get_type_hints(Loose.own), get_type_hints(Loose.maker), get_type_hints(Loose.Inner.method))
print(hasattr(g, "__no_type_check__"), Loose.Inner.__no_type_check__)


class Pair(NamedTuple, Generic[T]):
    first: T
    second: int = 2

    def total(self):
        return self.first + self.second


print(Pair.__bases__, Pair.__orig_bases__[1], Pair[int], Pair.__parameters__, Pair(1).total(), Pair[str]("a"))
show(lambda: pickle.loads(pickle.dumps(Pair(1))))


class Movie(TypedDict):
    title: Required[str]
    year: "NotRequired[int]"


class Rated(Movie, total=False):
    title: NotRequired[str]
    stars: Annotated[Required[int], "of five"]


print(sorted(Rated.__required_keys__), sorted(Rated.__optional_keys__), Rated.__total__)
print(get_type_hints(Movie))
UserId = NewType("UserId", int)
print(pickle.loads(pickle.dumps(UserId)) is UserId, copy.copy(UserId) is UserId)

names = {}
exec("import typing; T = typing.TypeVar('T'); P = typing.ParamSpec('P')", {}, names)
print(names["T"].__module__, names["P"].__module__, typing.KT.__module__, typing.T_contra, typing.CT_co.__bound__)


@overload
def h(x: int): ...
@overload
def h(x: str): ...
def h(x):
    return x


print([each.__annotations__ for each in get_overloads(h)], len(typing._overload_registry[__name__]["h"]))


class Frozen:
    def __setattr__(self, name, value):
        raise AttributeError("frozen")


class Cold(Frozen, Generic[T]):
    pass


print(type(Cold[int]()).__name__)
show(lambda: Union[Annotated[int, {}], Annotated[int, {}]])
