from dataclasses import dataclass
@dataclass(frozen=True)
class Point:
    x: int
    y: int
Point(1, 2).x = 3
