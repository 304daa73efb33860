# Which frozensets are one object.
a = frozenset([1, 2])
same = frozenset(a)
copied = a.copy()
other = frozenset([1, 2])
empties = [frozenset(), frozenset(), frozenset([]), frozenset("")]
sliced = a | frozenset()
