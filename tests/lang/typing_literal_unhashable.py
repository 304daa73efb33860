# Literal keeps each value once, unless one of them cannot be hashed: then all of them stay.
from typing import Literal, get_args

for made in (Literal[1, 2, 1], Literal[1, True, 1, 0, False], Literal[Literal["a", "b"], "a"], Literal[[], []],
             Literal[1, 1, []], Literal[{}, Literal[2, 2], {}]):
    print(get_args(made), made)
print(Literal[1, 2] == Literal[2, 1], Literal[1] == Literal[True])
