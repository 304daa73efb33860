# auto() behind values that fall, or that cannot be added to: announced up to 3.12, changed in 3.13.
from enum import Enum, IntEnum, auto


class Falling(Enum):
    A = 5
    B = 3
    C = auto()
    D = auto()


print(list(Falling))


class Steps(IntEnum):
    ONE = auto()
    TEN = 10
    ELEVEN = auto()


print(list(Steps))
try:
    class Words(Enum):
        A = "x"
        B = 2
        C = "y"
        D = auto()

    print(list(Words))
except TypeError as e:
    print(e)
