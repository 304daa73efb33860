# sum with start; abs.
print(sum([]), sum([1, 2, 3]), sum((0.5, 1)), sum([1, 2], 10), sum([[1], [2]], []), sum(range(101)), sum([True, True]))
print(sum([10 ** 20, 1]), sum(x for x in (1, 2)), sum([1.5, 2]), sum({1: 0, 2: 0}), sum([(1,), (2,)], start=()))
print(sum([2 ** 62, 2 ** 62, 2 ** 62]), sum([1, 2.5, 3]), sum([0.5] * 4))
print(abs(-3), abs(3), abs(-2.5), abs(-0.0), abs(-10 ** 30), abs(True), abs(float("-inf")))
