# Union, intersection, difference, symmetric difference, in place too.
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, b - a, a ^ b)
print(a.union(b, [9]), a.intersection([1, 9], (1,)), a.difference([1], {2}), a.symmetric_difference("x") == {1, 2, 3, 4, "x"})
c = set(a)
c |= b
print(c)
c &= {1, 2, 3, 5, 7}
print(c)
c -= {1}
c ^= {2, 100}
print(c, a)
a.intersection_update([1, 2])
a.difference_update([2])
a.symmetric_difference_update({8})
print(a, set().union(), {1}.union(), {1}.intersection())
