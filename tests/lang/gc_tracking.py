# Which objects the collector keeps track of, and until when.
import gc

gc.collect()
print([gc.is_tracked(o) for o in (1, 1.5, "a", b"b", None, int, len, (), [], {}, set(), frozenset(), range(3), slice(1))])
print(gc.is_tracked({1: 2}), gc.is_tracked({"a": []}), gc.is_tracked({"a": ()}), gc.is_tracked({"a": int}))


def make(*items):
    return items


flat = make(1, 2, "x")
nested = make(make(1), make(2))
holding = make([])
print(gc.is_tracked(flat), gc.is_tracked(nested), gc.is_tracked(nested[0]), gc.is_tracked(holding))
gc.collect(0)
print(gc.is_tracked(flat), gc.is_tracked(nested), gc.is_tracked(nested[0]), gc.is_tracked(holding))
gc.collect(1)
print(gc.is_tracked(flat), gc.is_tracked(nested), gc.is_tracked(nested[0]), gc.is_tracked(holding))

d = {"k": []}
print(gc.is_tracked(d))
d["k"] = 1
gc.collect(0)
print(gc.is_tracked(d))
gc.collect(1)
print(gc.is_tracked(d))
gc.collect(2)
print(gc.is_tracked(d))
d["k"] = {}
print(gc.is_tracked(d))


class C:
    pass


print(gc.is_tracked(C), gc.is_tracked(C()), gc.is_tracked(C.__mro__), gc.is_tracked(make))


def generation(o):
    for g in range(3):
        if any(x is o for x in gc.get_objects(generation=g)):
            return g


x = [[]]
print(generation(x), generation(x[0]))
gc.collect(0)
print(generation(x))
gc.collect(0)
print(generation(x))
gc.collect(1)
print(generation(x))
gc.collect()
print(generation(x), generation(1), generation(()))
for bad in (3, -2):
    try:
        gc.get_objects(bad)
    except ValueError as e:
        print(e)
