import enum
from enum import Enum, IntEnum, Flag
A = Enum("Animal", "CAT DOG, ANT")
print(A, list(A), A.__module__, A.__qualname__, A.DOG.value)
B = Enum("B", ["x", "y"], start=5)
C = IntEnum("C", {"p": 10, "q": 20})
D = Enum("D", [("m", "em"), ("n", "en")], module="elsewhere", qualname="Outer.D")
E = Enum("E", "a b", type=str)
F = Flag("F", "R W X")
print(list(B), list(C), list(D), D.__module__, D.__qualname__, list(E), list(F), E.a == "1")
def inside():
    return Enum("Local", "a b")
print(inside().a, inside().__qualname__)
print(Enum("None_", ()), list(Enum("None_", [])))
