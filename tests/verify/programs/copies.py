"""Hooks of copies, and what reference counts they see; copies that fail."""
import copy
import sys

class Node:
    def __init__(self, name, *links):
        self.name = name
        self.links = list(links)

    def __deepcopy__(self, memo):
        made = Node.__new__(Node)
        memo[id(self)] = made
        made.name = self.name
        made.links = copy.deepcopy(self.links, memo)
        return made

class Config(dict):
    def __reduce__(self):
        made = Config, (), None, None, iter(self.items())
        return made

class Temp:
    __slots__ = ("value", "unit", "__weakref__")
    def __init__(self, value, unit="C"):
        self.value = value
        self.unit = unit
    def __getstate__(self):
        state = {"value": self.value}
        return state
    def __setstate__(self, state):
        self.value = state["value"]
        self.unit = "K"

a, b = Node("a"), Node("b")
a.links.append(b)
b.links.append(a)
c = copy.deepcopy(a)
d = copy.deepcopy([a, b, (a, b)])
config = Config(x=[1], y={2})
e = copy.deepcopy(config)
f = copy.copy(config)
t = Temp(20)
u = copy.copy(t)
v = copy.deepcopy({"t": t, "again": [t]})
print(u.unit, v["t"].value, v["t"] is v["again"][0])
def broken(x):
    raise RuntimeError("no copies")
class Broken:
    __deepcopy__ = broken
    def __init__(self):
        self.held = []
x = Broken()
try:
    y = copy.deepcopy([x, {"k": x}])
except TypeError as error:
    print(error)
Broken.__deepcopy__ = lambda self, memo: broken(self)
try:
    y = copy.deepcopy([[1], x, {"k": x}])
except RuntimeError as error:
    print(error, sys.getrefcount(x))
    z = [x]
print(sys.getrefcount(x))
numbers = [copy.deepcopy(n) for n in ([1], (2, [3]), {"k": 4})]
gen = (copy.copy(n) for n in numbers)
first = next(gen)
rest = list(gen)
