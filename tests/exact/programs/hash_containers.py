# Hashes of tuples, frozensets and ranges.
tuples = [hash(t) for t in ((), (1,), (1, 2), (2, 1), (1, (2, 3)), ("pear", 1), ((),), (-1,), (-2,), (1.0, True), tuple(range(50)))]
sets = [hash(frozenset(s)) for s in ((), (1,), (1, 2), (2, 1), ("pear",), (-1, -2), range(50), ((1, 2), (3,)))]
nested = hash(frozenset([frozenset(), frozenset([1])]))
ranges = [hash(r) for r in (range(2), range(5), range(0, 10, 3), range(0, 11, 3), range(10, 0, -1))]
