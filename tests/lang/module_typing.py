from typing import (TypeVar, List, Dict, Optional, Union, Callable, Tuple, Any, Type, Literal, Final, ClassVar, Generic, Annotated, Iterable, NoReturn, Self, LiteralString, Sequence, Mapping, Set, FrozenSet, Never, TypeAlias, Iterator, Generator, Concatenate, NewType, overload, get_overloads, TYPE_CHECKING, final, cast, get_origin, get_args, assert_never, Hashable)
import typing
T = TypeVar("T"); K = TypeVar("K", bound=int); N = TypeVar("N", int, str); C = TypeVar("C", covariant=True); D = TypeVar("D", contravariant=True)
print(T, K, N, C, D, K.__bound__, N.__constraints__, T.__name__, T.__module__)
for form in (List[int], Dict[str, int], Optional[int], Union[int, str, None], Union[int], Callable[[int], str], Callable[..., int], Callable[[], None],
             Tuple[int, ...], Tuple[()], Tuple[int, str], Any, Type[int], Literal[1, "a"], Final[int], ClassVar[int], List, Dict, Optional, Union,
             Callable, Tuple, Generic[T], Annotated[int, "x", 3], Iterable[int], NoReturn, Self, LiteralString, List[T], List[T][int],
             Union[int, List[T]][str], Optional[Union[int, str]], Sequence[int], Mapping[str, List[int]], Set[int], FrozenSet[str],
             List["Later"], Dict[str, "Later"], Never, TypeAlias, Iterator[T], Generator[int, None, str], Callable[[T], T][int], Dict[K, T][int, str],
             Literal["a", "b", "a"], Union[Literal[1], None], Type["X"], Concatenate):
    print(form)
print(List[int] == List[int], Union[int, str] == Union[str, int], Optional[int] == Union[int, None], (int | None) == Optional[int], hash(List[int]) == hash(List[int]), Literal[1] == Literal[True])
print(Union[int, str] | float, List[int] | None, int | T, T | None, "Fwd" | T, Optional["X"])
def tr(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for f in (lambda: List[int, str], lambda: Optional[int, str], lambda: Union[()], lambda: Any(), lambda: isinstance(3, Any),
          lambda: isinstance([], List[int]), lambda: isinstance([], List), lambda: Generic[int], lambda: Callable[int], lambda: List[3], lambda: Dict[int],
          lambda: List(), lambda: List[int](), lambda: isinstance(1, Union[int, str]), lambda: isinstance("x", Optional[int]), lambda: TypeVar("X", int),
          lambda: TypeVar("X", int, str, bound=int), lambda: cast(int, "x"), lambda: Final[int, str], lambda: get_origin(List[int]), lambda: get_args(Dict[str, int]),
          lambda: get_args(Callable[[int], str]), lambda: get_origin(Union[int, str]), lambda: get_origin(int), lambda: get_args(int), lambda: get_origin(Optional[int]),
          lambda: assert_never(3), lambda: Optional(), lambda: NoReturn[int], lambda: get_origin(int | str), lambda: get_args(Literal[1, 2]), lambda: get_args(Annotated[int, 5]),
          lambda: List[T][int, str], lambda: List[int][str], lambda: Hashable[int], lambda: issubclass(list, Sequence), lambda: isinstance(3, ClassVar)):
    tr(f)
UserId = NewType("UserId", int)
print(UserId, UserId(5), type(UserId(5)), UserId.__supertype__, UserId.__name__, List[UserId])
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x
print(f(3), len(get_overloads(f)), TYPE_CHECKING)
@final
class Fin: pass
print(Fin.__final__)
