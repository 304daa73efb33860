# update and |= into empty, emptied, smaller and larger dicts.
source = {"pear": 1, "kiwi": 2, "mango": 3}
into_empty, into_called = {}, dict()
into_empty.update(source)
into_called |= source
into_emptied = {"x1": 1, "x2": 2}
into_emptied.pop("x1")
into_emptied.pop("x2")
into_emptied.update(source)
into_small = {"fig": 0}
into_small.update(source)
overlapping = {"pear": 0, "fig": 0}
overlapping.update(source, lime=4)
ints = {}
for i in range(10):
    ints[i] = i
into_str = {"pear": 1}
into_str.update(ints)
from_pairs = {}
from_pairs.update([("pear", 1), ("kiwi", 2)])
holes = dict(ints)
del holes[2], holes[5], holes[9]
from_holes = {}
from_holes.update(holes)
small_holes = {}
small_holes.update({"one": 1})
made = []
for n in range(0, 24, 3):
    a = {}
    for i in range(n):
        a[i] = i
    b = {"first": 0, "second": 1}
    b.update(a)
    c = {}
    c.update(a)
    made.append((b, c, a | b, {} | a))
