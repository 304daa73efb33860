# test: from=3.12
from enum import Enum, IntEnum, verify, UNIQUE, CONTINUOUS, NAMED_FLAGS, Flag, global_enum, property
class Color(Enum):
    RED = 1
    BLUE = [2]
print(1 in Color, 2 in Color, Color.RED in Color, "RED" in Color)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def unique():
    @verify(UNIQUE)
    class C(Enum):
        A = 1
        B = 1
def continuous():
    @verify(CONTINUOUS)
    class C(IntEnum):
        A = 1
        B = 4
def flags():
    @verify(NAMED_FLAGS)
    class C(Flag):
        A = 1
        B = 6
for f in (unique, continuous, flags):
    attempt(f)
class E(Enum):
    A = 1
    @property
    def big(self):
        return self.value + 100
print(E.A.big)
try:
    E.big
except AttributeError as e:
    print(e)
class Empty(Enum):
    pass
for f in (lambda: Empty(1), lambda: Empty("New", names="a b").a, lambda: Color.RED.BLUE):
    attempt(f)
@global_enum
class G(Enum):
    GA = 1
print(GA, repr(GA))
