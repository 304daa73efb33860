# Subscripts of typing's forms give the same alias for the same arguments, and their caches hold what they were given.
# test: from=3.11.7
import sys
from typing import Annotated, Callable, Dict, Generic, List, Literal, Optional, Tuple, TypeVar, Union


class A:
    pass


class B:
    pass


T = TypeVar("T")


class Box(Generic[T]):
    pass


print(List[A] is List[A], Dict[str, A] is Dict[str, A], Tuple[A, ...] is Tuple[A, ...])
print(Union[A, B] is Union[A, B], Optional[A] is Optional[A], Optional[A] is Union[A, None])
print(Callable[[A], B] is Callable[[A], B], Callable[..., B] is Callable[..., B])
print(Literal[1] is Literal[1], Literal[1] is Literal[True], Literal[1, True], Literal["a", "b"] is Literal["a", "b"])
print(Annotated[int, 1] is Annotated[int, 1], Annotated[int, 1] is Annotated[int, 1.0])
print(Box[int] is Box[int], Box[List[T]][int] is Box[List[T]][int], Annotated[int, []] is Annotated[int, []])
for wrong in (lambda: List[1], lambda: Dict[int], lambda: Box[int, str], lambda: Optional[int, str]):
    try:
        print(wrong())
    except TypeError as error:
        print(error)


def grown(make):
    class Held:
        pass
    before = sys.getrefcount(Held)
    made = make(Held)
    between = sys.getrefcount(Held) - before
    del made
    return between, sys.getrefcount(Held) - before


print(grown(lambda held: List[held]), grown(lambda held: Union[held, A]), grown(lambda held: Optional[held]))
print(grown(lambda held: Dict[str, held]), grown(lambda held: Tuple[held, held]), grown(lambda held: Box[held]))
print(grown(lambda held: Callable[[held], held]), grown(lambda held: Literal["held"]))
