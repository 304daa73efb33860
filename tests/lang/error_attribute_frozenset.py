# A frozenset cannot grow.
f = frozenset([1])
f.add(2)
