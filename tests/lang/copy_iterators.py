# Copies of iterators: they go on from where the first one is.
import copy
from collections import OrderedDict
d = OrderedDict(a=1, b=2, c=[3])
for view in d, d.keys(), d.values(), d.items(), reversed(d):
    it = iter(view)
    next(it)
    make, (rest,) = it.__reduce__()
    print(make.__name__, rest, list(copy.copy(it)), copy.deepcopy(it).__class__.__name__, list(it), it.__reduce__()[1])
it = iter(d.values())
other = copy.deepcopy(it)
print([x is y for x, y in zip(it, other)])
it = iter(d)
d["new"] = 1
try:
    copy.copy(it)
except RuntimeError as e:
    print(e)
for it in iter([1, [2]]), iter((1, [2])), iter({1: 2, 3: 4}), iter({5}), iter("ab"), iter(b"ab"), reversed([1, 2]), enumerate("ab"), \
        zip("ab", [1, 2]), map(str, [1, 2]), filter(None, [0, 1, 2]), iter(range(3)), iter({1: [2]}.items()), iter(bytearray(b"xy")):
    if type(it).__name__ != "set_iterator":
        next(it)
    print(type(it).__name__, list(copy.copy(it)), list(copy.deepcopy(it)), list(it))
