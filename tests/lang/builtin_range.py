# range: arguments, attributes, equality, search.
print(range(3), range(1, 3), range(1, 10, 2), range(0), repr(range(0, 5, 1)))
print(list(range(3)), list(range(2, 5)), list(range(10, 0, -3)), list(range(3, 0)))
r = range(1, 20, 3)
print(r.start, r.stop, r.step, len(r), r[2], r[-1], r[1:3], r.index(7), r.count(4), r.count(5))
print(range(0, 3, 2) == range(0, 4, 2), range(0) == range(5, 2), range(3) == [0, 1, 2], hash(range(0, 3, 2)) == hash(range(0, 4, 2)))
print(max(r), min(r), sum(r), sorted(r, reverse=True)[:2], list(reversed(r)), bool(range(0)))
print(range(10 ** 20, 10 ** 20 + 3)[1], 10 ** 20 in range(10 ** 21), range(-5)[0:0])
