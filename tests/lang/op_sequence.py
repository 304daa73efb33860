# + and * on sequences.
print([1] + [2, 3], (1,) + (2,), "ab" + "cd", b"a" + b"b")
print([0] * 3, 3 * [1, 2], (1, 2) * 2, "-" * 10, 2 * "ab", b"x" * 3)
print([1] * 0, [1] * -1, "a" * 0, (1,) * -5, [] * 10, "" * 5)
inner = [[]] * 3
inner[0].append(1)
print(inner)
print([True] * True, "x" * False)
