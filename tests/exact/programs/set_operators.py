# The results of the operators, and of the methods.
a = set(range(0, 30, 2))
b = set(range(0, 30, 3))
c = {"pear", "kiwi"}
union, intersection, difference, symmetric = a | b, a & b, a - b, a ^ b
by_method = a.union(b, c), a.intersection(b), a.difference(b), a.symmetric_difference(b)
lists = a.union([100, 200]), a.intersection([0, 2, 100]), a.difference([2, 4]), a.symmetric_difference([2, 99])
frozen = frozenset(a) | b, frozenset(a) & b, frozenset(b) - a, frozenset(b) ^ a
nothing = a & c, c - c, set() | set(), c ^ c
small = {1, 2} | {2, 3}, {1, 2} & {2, 3}, {1, 2} - {2}, {1} ^ {1, 2}
