# Methods and operators of tuple.
t = (1, 2, 1, [3])
print(t.count(1), t.index(2), t.index(1, 1), len(t), t[3], t + (4,), t * 2, t[1:])
t[3].append(4)
print(t, (1, 2) < (1, 3), (1, 2) == (1.0, 2), hash((1, 2)) == hash((1.0, 2.0)), 3 in t, [3, 4] in t)
print(max(((1, "b"), (1, "a"))), sorted([(2, "a"), (1, "z")]), dict([("k", 1)]), tuple(reversed((1, 2))), (0,) * 3)
a, b = b, a = 1, 2
print(a, b, () == (), ((),) != ())
