from pprint import pprint, pformat, PrettyPrinter, pp, isrecursive, isreadable, saferepr
from types import SimpleNamespace
from dataclasses import dataclass, field
data = {"name": "Ada Lovelace", "langs": ["Python", "C", "Analytical Engine order codes"], "nested": {"z": 1, "a": [1, 2, 3]}, "tuple": (1, "two"), "none": None}
pprint(data)
pprint(data, width=40)
pprint(data, sort_dicts=False, indent=4, width=30)
pprint([list(range(30)), "short"], compact=True, width=40)
pprint([list(range(30))], width=20)
pprint({1, 3, 2}); pprint(frozenset("hello")); pprint({}); pprint([]); pprint(()); pprint((1,)); pprint(set())
pprint({"long" * 5, "words" * 5, "in a" * 5}, width=30)
pprint("a long string that has to be broken over several lines because it is really too long to fit", width=40)
pprint(["a long string that has to be broken over several lines because", "x"], width=30)
pprint({"key": "a long string that has to be broken over several lines because"}, width=30)
pprint([[[[[1]]]]], depth=2)
l = [1]
l.append(l)
print(isrecursive(l), isreadable(l), isreadable([1, "x"]), saferepr({"b": 1, "a": 2}))
pprint(1234567890, underscore_numbers=True)
pprint(b"bytes that are rather long, too long for the line it is on", width=30)
print(pformat([1, 2]), pformat({"b": [1] * 5, "a": 2}, width=12))
pprint(SimpleNamespace(first="a rather long value", second=[1, 2, 3], third="something else"), width=40)
@dataclass
class Point:
    x: int
    y: list = field(default_factory=list)
    label: str = "a rather long label"
pprint(Point(1, list(range(10))), width=40)
pprint([Point(1), Point(2)], width=60)
pp({"b": 1, "a": 2})
pprint({2: "x", "a": 1, (1, 2): 3, None: 4}, width=10)
pprint([("a", 1), ("b", {"c": [1, 2, {"d": "e" * 20}]})], width=25)
class C:
    def __repr__(self): return "<C>"
pprint([C(), C()]); pprint(print)
