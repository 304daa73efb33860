"""Annotations that stay text, and modules that answer for themselves."""
from __future__ import annotations

from types import ModuleType


def f(a: int | None, b: list[dict[str, int]] = None) -> -1 ** 2:
    return a


for name, text in f.__annotations__.items():
    print(name, text)
x: undefined = 3


def answer(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return name.upper()


made = ModuleType("made")
made.__getattr__ = answer
got = made.something
names = __annotations__
