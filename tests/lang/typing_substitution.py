"""Types in the places of type variables: counts, unpacked tuples, parameter lists, defaults of nothing."""
import collections.abc
import copy
import pickle
from typing import (Annotated, Callable, Concatenate, Dict, Generic, List, Literal, Optional, ParamSpec, Tuple,
                    TypeVar, TypeVarTuple, Union, Unpack)

T = TypeVar("T")
U = TypeVar("U")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class Two(Generic[T, U]):
    pass


class Call(Generic[P, T]):
    pass


class Only(Generic[P]):
    pass


class Many(Generic[T, Unpack[Ts]]):
    pass


def show(make):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)


for make in (
        lambda: Two[int], lambda: Two[int, str, int], lambda: Two[T, U][int], lambda: dict[T, U][int],
        lambda: dict[T, U][()], lambda: dict[T, U][int, str, int], lambda: Two["int", None].__args__,
        lambda: Call[[int, str], int], lambda: Call[int, str], lambda: Call[..., int], lambda: Only[int, str],
        lambda: Only[[int]], lambda: list[P][int], lambda: list[P][[int, str]], lambda: Call[P, T][[int], str],
        lambda: Callable[P, T][[int, str], bool], lambda: Callable[[T], P][[int], str],
        lambda: collections.abc.Callable[P, T][[int, str], bool], lambda: Callable[[T, U], T][int, str],
        lambda: Callable[Concatenate[int, P], T][[str, bytes], bool],
        lambda: Callable[Concatenate[int, P], T][..., bool], lambda: Tuple[T, P][int, [str]],
        lambda: tuple[Unpack[Ts]][int, str], lambda: tuple[Unpack[Ts]][()], lambda: tuple[T, Unpack[Ts]][int],
        lambda: tuple[T, Unpack[Ts]][()], lambda: tuple[Unpack[Ts], T][int, str, bytes],
        lambda: Many[int, str, bytes], lambda: Many[()], lambda: Many[T, Unpack[Ts]][int, bool],
        lambda: Many[Unpack[Tuple[int, str]]], lambda: Many[Unpack[Tuple[int, ...]]],
        lambda: Many[int, Unpack[tuple[str, ...]]], lambda: list[T][Unpack[Tuple[int]]],
        lambda: dict[T, U][Unpack[tuple[int, str]]], lambda: List[T][Unpack[Ts]], lambda: list[Ts][int],
        lambda: Union[T, int][str], lambda: (list[T] | dict[T, U])[int, str], lambda: (T | int)[()],
        lambda: Annotated[tuple[Unpack[Ts]], "note"][int, str], lambda: Annotated[Unpack[Ts], "note"],
        lambda: Two[Unpack[Ts], int], lambda: Generic[Unpack[Ts], Unpack[Ts]], lambda: Dict[str, List[T]][int],
        lambda: Unpack[list[int]], lambda: tuple[Unpack[list[int]], T][int],
        lambda: list(Union), lambda: list(Optional[int]), lambda: list(List), lambda: list(Callable[[int], str]),
        lambda: Optional[int].__name__, lambda: Union[int, str].__name__, lambda: (int | str).__module__,
        lambda: list[int].__args__, lambda: (*tuple[int, str],)[0].__typing_unpacked_tuple_args__):
    show(make)

for alias in (List[int], Dict[str, T], Union[int, str], Optional[int], Tuple[int, ...], Callable[[int], str],
              Callable[..., T], collections.abc.Callable[[int, str], bytes], Literal[1, "a"], Annotated[int, 3]):
    print(alias, pickle.loads(pickle.dumps(alias)) == alias if T not in alias.__parameters__ else "",
          copy.copy(alias) == alias, copy.deepcopy(alias) == alias)
