"""What is one, what is equal, and what cannot be told"""
# pyviz: view copy
import copy

class Plain:
    def __init__(self, part):
        self.part = part

class Equal(Plain):
    def __eq__(self, other):
        return self.part == other.part

class Slots:
    __slots__ = ("one", "two")

a = [1, 1.5, "s", (1, [2]), {"k": [3], (1, 2): None}, {4}, Plain([5]), Equal([6]), len, b"7", 2 ** 70]
b = copy.deepcopy(a)
b[3][1][0] = 0
b[4]["k"].append(b)
del b[6].part
a = Slots()
a.one, a.two = [1], list(range(20))
b = copy.deepcopy(a)
memo = {}
a = [[], []]
b = copy.deepcopy(a[0], memo)
c = copy.deepcopy(a, memo)
