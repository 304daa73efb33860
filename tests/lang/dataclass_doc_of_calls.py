# A dataclass without a docstring is documented by how it is called, whoever says that.
from dataclasses import dataclass, field


@dataclass
class Plain:
    x: int = 3
    y: list = field(default_factory=list)


@dataclass
class OwnInit:
    x: int = 3

    def __init__(self, *args, word="hi"):
        pass


@dataclass(init=False)
class NoInit:
    x: int = 3


class Maker(type):
    def __call__(cls, *args, **named):
        return type.__call__(cls)


@dataclass
class ByMeta(metaclass=Maker):
    x: int = 1


for cls in Plain, OwnInit, NoInit, ByMeta:
    print(cls.__doc__)


class Once:
    __slots__ = iter(["x"])


try:
    @dataclass(slots=True)
    class Derived(Once):
        y: int
except TypeError as error:
    print(error)
