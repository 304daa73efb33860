"""The exceptions that every Python is born with, by their names."""
import sys


def below(kind, depth=0):
    name = kind.__name__
    yield depth, name
    for other in kind.__subclasses__():
        yield from below(other, depth + 1)


for depth, name in below(ArithmeticError):
    print(depth, name)
for depth, name in below(LookupError if len(sys.argv) > 1 else BaseExceptionGroup):
    print(depth, name)
