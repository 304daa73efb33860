# A flag with bits that no member has: the first releases of 3.11 drop the bits in silence.
from enum import Flag, auto, STRICT


class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    NONE = 0


class Q(Flag, boundary=STRICT):
    A = 1
    B = 4


for attempt in (lambda: P(8), lambda: P(16 + 1), lambda: Q(2), lambda: Q(5), lambda: Q(7)):
    try:
        print(repr(attempt()))
    except ValueError as e:
        print(type(e).__name__, e)
