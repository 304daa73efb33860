# test: from=3.13
# copy.replace(): another object in which some fields have other values.
import copy
import dataclasses
import datetime
import types
from collections import namedtuple
from typing import NamedTuple

@dataclasses.dataclass(frozen=True)
class Point:
    x: int
    y: int = 0
    z: int = dataclasses.field(default=5, init=False)
P = namedtuple("P", "a b")
class T(NamedTuple):
    a: int
    b: str = "b"
class Own:
    def __init__(self, n):
        self.n = n
    def __replace__(self, /, **changes):
        print("asked", changes)
        return Own(changes.get("n", self.n))
class Static:
    __replace__ = staticmethod(lambda o, **changes: (type(o).__name__, changes))
class Space(types.SimpleNamespace):
    pass

print(copy.replace(Point(1, 2), y=3), copy.replace(P(1, 2), b=[]), copy.replace(T(1), a=7), copy.replace(Own(1), n=2).n)
print(copy.replace(Static(), a=1), copy.replace(datetime.date(2024, 1, 31), day=1), copy.replace(datetime.time(5), minute=3))
print(copy.replace(datetime.datetime(2024, 5, 1, 2), year=1999))
n = types.SimpleNamespace(a=1, b=[2])
r = copy.replace(n, b=3, c=4)
print(n, r, r is n, copy.replace(n).b is n.b)
s = copy.replace(Space(a=1), a=2)
print(type(s).__name__, s.a)
for call in (lambda: copy.replace(5), lambda: copy.replace([], x=1), lambda: copy.replace(), lambda: copy.replace(1, 2),
             lambda: copy.replace(Point(1), q=1), lambda: copy.replace(Point(1), z=1), lambda: copy.replace(P(1, 2), c=1),
             lambda: copy.replace(obj=5), lambda: n.__replace__(1)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
