from __future__ import annotations
from dataclasses import dataclass, field, fields, InitVar
from typing import ClassVar, get_type_hints, Optional
import typing
x: int = 3
y: undefined_name
z: "quoted"
print(__annotations__)
def f(a: int | None, b: list[dict[str, int]] = None, *c: (1, 2), d: x if y else z, **g: not x) -> -1 ** 2:
    pass
for name, text in f.__annotations__.items():
    print(name, repr(text))
class C:
    a: int
    b: Optional[C] = None
    c: typing.List["C"]
    d: ClassVar[dict[str, tuple[int, ...]]] = {}
    def m(self, o: C) -> list[C]: ...
print(C.__annotations__, C.m.__annotations__)
def ops(a: 1 + 2 * 3, b: (1 + 2) * 3, c: a and (b or c), d: x[1:2, ::3], e: f(1, *a, k=2, **z), g: {1: 2, **q}, h: {1, 2}, i: [*a, b], j: (a,), k: (),
        l: not a == b, m: -x ** -y, n: a.b.c[0](1), o: [i for i in x if i], p: a < b <= c is not None, q: (yield_ for yield_ in z), r: 1.5e300 * 2j, s: b"xy",
        t: "a'b", u: x @ y // z % w << 2 >> 1 & 3 | 4 ^ 5, v: ~x, w: a if (b if c else d) else e, aa: f(i for i in x), bb: {a: b for a in c}, cc: ..., dd: None, ee: True):
    pass
for name, text in ops.__annotations__.items():
    print(name, text)
@dataclass
class P:
    x: int
    y: list[int] = field(default_factory=list)
    z: ClassVar[int] = 5
    w: InitVar[int] = 2
    other: Optional[P] = None
print(P(1), [g.name for g in fields(P)], P.__doc__, fields(P)[0].type)
print(get_type_hints(P.__init__), get_type_hints(C))
