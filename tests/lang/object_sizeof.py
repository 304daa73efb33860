# object.__sizeof__ knows the bytes of the object itself; what a type's own adds, it does not know.
from collections import deque

for value in ([1, 2, 3], {}, set(), bytearray(50), (1, 2), "abc", b"abc", 1.5, 3j, deque(), range(3),
              10**50, -10**50, 0, -1, True):
    print(type(value).__name__, object.__sizeof__(value), value.__sizeof__())


class Shelf(list):
    pass


shelf = Shelf([1, 2, 3])
print(object.__sizeof__(shelf) == Shelf.__basicsize__, object.__sizeof__(shelf) < shelf.__sizeof__())
print([1, 2, 3].__sizeof__(), list.__sizeof__([1, 2, 3]), super(Shelf, shelf).__sizeof__() == shelf.__sizeof__())
