# copy and deepcopy of all kinds of things: programs that copy, and what each type of the library does.
import copy

class Prototype:
    registry = {}

    @classmethod
    def register(cls, name, obj):
        cls.registry[name] = obj

    @classmethod
    def create(cls, name, **changes):
        obj = copy.deepcopy(cls.registry[name])
        obj.__dict__.update(changes)
        return obj

class Shape:
    def __init__(self, kind, points, style=None):
        self.kind = kind
        self.points = points
        self.style = style or {"fill": "none", "tags": []}
    def __repr__(self):
        return f"<{self.kind} {self.points} {self.style}>"
    def __eq__(self, other):
        return isinstance(other, Shape) and vars(self) == vars(other)

Prototype.register("box", Shape("box", [(0, 0), (1, 1)]))
one = Prototype.create("box", kind="square")
two = Prototype.create("box")
two.style["tags"].append("b")
two.points[0] = (9, 9)
print(one, two, Prototype.registry["box"], sep="\n")
print(one == two, one == Prototype.create("box", kind="square"))

class Graph:
    def __init__(self):
        self.nodes = {}
    def add(self, name, *to):
        node = self.nodes.setdefault(name, {"name": name, "out": set(), "in": []})
        for other in to:
            target = self.nodes.setdefault(other, {"name": other, "out": set(), "in": []})
            node["out"].add(other)
            target["in"].append(node)
        return self
g = Graph().add("a", "b", "c").add("b", "c").add("c", "a")
h = copy.deepcopy(g)
h.nodes["a"]["out"].discard("b")
h.nodes["c"]["in"].pop()
print(sorted(g.nodes["a"]["out"]), sorted(h.nodes["a"]["out"]), [n["name"] for n in g.nodes["c"]["in"]], [n["name"] for n in h.nodes["c"]["in"]])
print(h.nodes["c"]["in"][0] is h.nodes["a"], h.nodes["c"]["in"][0] is g.nodes["a"])

class Undo:
    """An editor that keeps snapshots."""
    def __init__(self):
        self.text, self.marks, self.history = [], {}, []
    def snapshot(self):
        self.history.append(copy.deepcopy({k: v for k, v in vars(self).items() if k != "history"}))
    def insert(self, at, s, **marks):
        self.snapshot()
        self.text[at:at] = list(s)
        self.marks.update(marks)
        return self
    def undo(self):
        vars(self).update(self.history.pop())
        return self
e = Undo().insert(0, "hello", bold=[0, 1]).insert(5, "!", red=[5])
print("".join(e.text), e.marks)
e.undo()
print("".join(e.text), e.marks, len(e.history))

from enum import Enum
from collections import OrderedDict, defaultdict, deque, Counter, namedtuple, ChainMap
from types import SimpleNamespace, MappingProxyType
from fractions import Fraction
from decimal import Decimal
import datetime, re, weakref, functools, operator, array, io
class Color(Enum):
    RED = 1
    GREEN = [2]
P = namedtuple("P", "x y")
things = [Color.RED, Color.GREEN, P(1, [2]), OrderedDict(a=[1]), defaultdict(list, a=[1]), deque([[1]], 3), Counter("aab"), ChainMap({"a": [1]}),
          SimpleNamespace(a=[1]), Fraction(1, 3), Decimal("1.50"), datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 2, 3, 4),
          datetime.timedelta(1, 2), re.compile("a+"), functools.partial(print, [1], sep=[]), operator.itemgetter(1), array.array("i", [1, 2]),
          slice(1, [2]), range(3), 3 + 4j, frozenset([P(1, 2)]), bytearray(b"x"), ValueError("v", [1]), KeyError("k"), list[int], int | None,
          io.StringIO("text"), ...]
for t in things:
    try:
        s, d = copy.copy(t), copy.deepcopy(t)
        print(type(t).__name__, s is t, d is t, s == t, d == t)
    except Exception as ex:
        print(type(t).__name__, type(ex).__name__, ex)
for bad in (MappingProxyType({}), (i for i in ()), open, io, weakref.WeakValueDictionary(), weakref.ref(P), iter([1]), zip([1]), map(str, [1]), enumerate([1]), reversed([1]), iter({}), iter("ab"), iter((1,2)), iter({1}), {}.keys(), {1:2}.items(), memoryview(b""), type, P.x, P.__new__, Graph.add, g.add, print, "".join, property(len), classmethod(len), staticmethod(len)):
    for f in copy.copy, copy.deepcopy:
        try:
            r = f(bad)
            print(type(bad).__name__, f.__name__, r is bad, type(r).__name__)
        except Exception as ex:
            print(type(bad).__name__, f.__name__, type(ex).__name__, str(ex).split(" at 0x")[0])
