# What instances, their dicts and their classes weigh: keys are shared, and ever fewer values fit.
import sys


class Plain:
    pass


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


print([sys.getsizeof(Plain()) for _ in range(3)], Plain.__basicsize__)
print([sys.getsizeof(Plain().__dict__) for _ in range(40)])
points = [Point(i, -i) for i in range(40)]
print([sys.getsizeof(p.__dict__) for p in points], sys.getsizeof(points[0]), sys.getsizeof(Point))


class OfList(list):
    pass


class OfInt(int):
    pass


class OfTuple(tuple):
    pass


class OfDict(dict):
    pass


class OfStr(str):
    pass


class OfFloat(float):
    pass


class OfSet(set):
    pass


class OfBytes(bytes):
    pass


class Oops(Exception):
    pass


class SlotAndDict:
    __slots__ = ("a", "__dict__")


class SlotAndWeak:
    __slots__ = ("a", "__weakref__")


class Slot:
    __slots__ = ("a",)


class BelowSlot(Slot):
    pass


class Both(Slot):
    __slots__ = ("b", "__dict__", "__weakref__")


for cls in (OfList, OfInt, OfTuple, OfDict, OfStr, OfFloat, OfSet, OfBytes, Oops,
            SlotAndDict, SlotAndWeak, Slot, BelowSlot, Both):
    o = cls()
    row = [cls.__name__, cls.__basicsize__, sys.getsizeof(o), sys.getsizeof(cls)]
    if hasattr(o, "__dict__"):
        row.append(sys.getsizeof(cls().__dict__))
        for _ in range(2):
            p = cls()
            p.x = 1
            row.append(sys.getsizeof(p.__dict__))
        p = cls()
        p.__dict__["zz"] = 1
        row.append(sys.getsizeof(p.__dict__))
    print(*row)


class Meta(type):
    pass


class WithMeta(metaclass=Meta):
    pass


print(sys.getsizeof(Meta), sys.getsizeof(WithMeta), Meta.__basicsize__, type.__basicsize__, type.__itemsize__)


def f():
    pass


print(sys.getsizeof(f.__dict__))
f.x = 1
print(sys.getsizeof(f.__dict__))
print(sys.getsizeof(type), sys.getsizeof(int), sys.getsizeof(object), sys.getsizeof(Oops))
