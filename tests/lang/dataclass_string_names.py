# Annotations that are strings: which of them name ClassVar, InitVar or KW_ONLY, by way of another name, too.
from __future__ import annotations

import dataclasses as d
import typing as t
from dataclasses import KW_ONLY, InitVar, dataclass
from typing import ClassVar

Shared = ClassVar[int]
Also = t.ClassVar
Given = InitVar[int]


@dataclass
class Record:
    Inner = t.ClassVar
    one: t.ClassVar[int] = 20
    two: ClassVar = 30
    three: Shared
    four: Also
    five: Inner
    six: Given = 3
    seven: d.InitVar[int] = 4
    _: KW_ONLY
    eight: int = 8

    def __post_init__(self, six, seven):
        print(six, seven)


print(Record(1), Record(1, 2, eight=9), [field.name for field in d.fields(Record)])
for text in ("ClassVar", "t.ClassVar", "t. ClassVar[str]", "t .ClassVar", " ClassVar[int]", "ClassVar [int]", "ClassVar+",
             "xClassVar", "ClassVarx", "'ClassVar'", "Shared", "Also", "Inner", "u.ClassVar", "t.InitVar", "", "3", "[int]"):
    made = dataclass(type("Made", (), {"__annotations__": {"x": text}, "__module__": __name__}))
    print(repr(text), [field.name for field in d.fields(made)])
