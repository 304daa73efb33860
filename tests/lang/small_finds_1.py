# What is asked for at the edges: hints, annotations of modules, insertions that cannot be, small ints.
import bisect
import operator
import sys
import types
import weakref
from collections.abc import MutableSet


class Hint:
    def __init__(self, value):
        self.value = value

    def __length_hint__(self):
        return self.value


for value in 3, -2, "x", NotImplemented, -1:
    try:
        print(operator.length_hint(Hint(value), 7))
    except Exception as error:
        print(type(error).__name__, error)

module = types.ModuleType("made")
print(module.__annotations__, "__annotations__" in module.__dict__)
module.__annotations__["x"] = int
print(module.__annotations__)
del module.__annotations__
print("__annotations__" in vars(module))
try:
    del module.__annotations__
except AttributeError as error:
    print(error)

for bad in 10, Hint(3):
    for insort in bisect.insort_left, bisect.insort_right:
        try:
            insort(bad, 1)
        except TypeError as error:
            print(error)

print([i is ~~i for i in range(-5, 257)].count(False))


class Thing:
    pass


things = [Thing(), Thing()]
alive = weakref.WeakSet(things)
alive.note = "kept"
print(isinstance(alive, MutableSet), alive.__reduce__()[2]["note"], len(alive))
