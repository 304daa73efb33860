# min and max: arguments or one iterable, key, default; the first of equals.
print(min(3, 1, 2), max(3, 1, 2), min([3, 1, 2]), max("banana"), min("b", "a"), max((1, 5), (1, 4)))
print(min([], default=0), max((), default=None), min([5], default=0), max({1: 9, 2: 0}))
print(min(["bb", "a", "c"], key=len), max(["bb", "a", "cc"], key=len), max(-3, 2, key=abs), min(1, 1.0), max(1, True))
print(max(x * x for x in range(-3, 3)), min([[2], [1, 9]]), max(0.5, 1), min(1e400, 10 ** 400))
