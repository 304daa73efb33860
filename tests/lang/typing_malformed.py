# What typing refuses: types where there can be none, too many of them, names that are no expressions.
import typing
from typing import (Annotated, Any, Callable, ClassVar, Concatenate, Dict, Final, ForwardRef, Generic, List, Literal, NamedTuple,
                    NewType, Optional, ParamSpec, Protocol, Required, Tuple, Type, TypedDict, TypeVar, TypeVarTuple, Union, Unpack)

T = TypeVar("T")
S = TypeVar("S")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class G(Generic[T]):
    pass


class Pair(Generic[T, S]):
    pass


def attempt(source):
    try:
        print(source, "->", eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)


for source in """List[ClassVar[int]]; List[Final]; List[Union]; List[Optional]; List[Generic]; List["a b"]; List["1+"]; List[()]; Dict[int]
Dict[int, str, float]; Optional[int, str]; Optional[ClassVar[int]]; Union[()]; Union[ClassVar, int]; ClassVar[ClassVar]; ClassVar[int, str]
Final[int, str]; Required[int, str]; Annotated[int]; Annotated[ClassVar[int], 1]; Literal[...]; Literal[1, True, 1]; Concatenate[()]
Concatenate[int]; Callable[int]; Callable[int, str]; Callable[[int], str, str]; Callable[[1], int]; Callable[[int], Union]; Type[int, str]
Tuple[int, ..., str]; Tuple[..., int]; Tuple[Unpack[Ts], int]; Generic[int]; Generic[T, T]; Generic[()]; Generic["T"]; Generic[Ts]
Protocol[int]; G[int, str]; G[Union]; G[[int]]; G[int][str]; Pair[int]; Pair[int, [str]]; List[T][Unpack[Ts]]; List[int][str]
Dict[T, S][int, str, float]; Dict[T, S][ClassVar, int]; Any[int]; Any(); Union(); List(); T(); T[int]; NewType("A", int)(1, 2)
NewType("A", int)(); TypeVar("A", int); TypeVar("A", bound=1); TypeVar("A", bound="x y"); TypeVar("A", bound=ClassVar[int])
TypeVar("A", covariant=True, contravariant=True); ParamSpec("Q", covariant=True, contravariant=True); TypeVar("A", bound=Union)
ForwardRef("a b"); ForwardRef(1); ForwardRef("int"); Ts | int; T | int; "x" | T; ClassVar[int] | int; iter(List); iter(Union[int, str])
list(Tuple[int]); list(Unpack[Tuple[int]]); isinstance(1, List[int]); isinstance(1, Union); isinstance(1, T); isinstance(1, Literal[1])
issubclass(int, Any); NamedTuple("A", [("x", int), ("x", int)]); NamedTuple("A", [("x", ClassVar)]); TypedDict("A", {"x": ClassVar})
TypedDict("A", {"x": "a b"}); TypedDict("A", {"x": int}, y=int); type("X", (Union,), {}); type("X", (T,), {}); type("X", (NamedTuple,), {})
type("X", (List[int],), {}); typing.runtime_checkable(G); typing.no_type_check(1); typing.NoDefault; typing.cast(int, "x")""".split("\n"):
    for one in source.split("; "):
        attempt(one)
