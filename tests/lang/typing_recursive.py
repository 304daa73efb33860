# Hints that are found within themselves; protocols that one registers with; hints of builtins.
import copy
import pickle
from typing import Any, Dict, List, Optional, Protocol, TypeVar, Union, get_type_hints, runtime_checkable

Json = Union[str, int, None, List["Json"], Dict[str, "Json"]]


class Node:
    value: int
    left: Optional["Node"]
    below: "list[Node]"


def parse(text: str) -> Json:
    pass


print(get_type_hints(parse))
print(get_type_hints(Node))
print(get_type_hints(int), get_type_hints(type("Made", (), {"__annotations__": {"x": "int | None"}})))


class HasSize(Protocol):
    size: int

    def grow(self) -> Any: ...


class Box:
    pass


HasSize.register(Box)
print(HasSize in type(HasSize).__mro__, Box.__mro__)
for check in (lambda: issubclass(Box, HasSize), lambda: isinstance(Box(), HasSize)):
    try:
        print(check())
    except TypeError as error:
        print(str(error).split(".")[0])
T = TypeVar("T")
print(copy.copy(T) is T, copy.deepcopy(T) is T, pickle.loads(pickle.dumps(T)) is T)
