# frozenset: no changes, but hashable.
f = frozenset([3, 1, 2])
print(f, len(f), 2 in f, f | {9}, f & {1}, f - {1}, f ^ {1, 7}, f.union([4]))
print(hash(f) == hash(frozenset([2, 3, 1])), {f: 1}[frozenset((1, 2, 3))], f.copy() is f, f.isdisjoint({9}), f.issubset({1, 2, 3, 4}))
g = f
g |= {5}
print(f, g, f is g, sorted(f, reverse=True), frozenset({f}), repr(frozenset([frozenset()])))
