# Subsets, supersets, disjoint sets, equality.
a, b = {1, 2}, {1, 2, 3}
print(a < b, a <= b, b > a, b >= b, a < a, a <= a, a == {2, 1}, a != b, {1, 5} < b)
print(a.issubset([1, 2, 9]), b.issuperset((1,)), a.isdisjoint([3]), a.isdisjoint({1}), set() < a, a == frozenset(a))
print(frozenset(a) < b, frozenset(a) | {9}, {9} | frozenset(a), frozenset(a) & b, type(frozenset(a) - b), a == [1, 2])
