# What the library does by the way is no step, and none of it is on stage.
import functools
from contextlib import contextmanager
from typing import Any


@functools.cache
def doubled(n: int, *rest: Any, key: str = "") -> int:
    return 2 * n


@contextmanager
def tag(name):
    yield name.upper()


class Plain:
    def __init__(self, n):
        self.n = n


doubled(4)
with tag("p") as t:
    plain = Plain(t)


def squares(n):
    for i in range(n):
        yield i * i


made = list(squares(2))
made = list(i for i in made)
text = "e\u0301" * 40
made.append(Plain)
print(made[:1])
row = (made, made)
open("nowhere.txt")
