# len of every sized type.
print(len(""), len("né"), len(b"ab"), len([]), len([1, [2, 3]]), len((1, 2)), len({1: 2}), len({1, 2}))
print(len(range(10)), len(range(0, 10, 3)), len(range(5, 0)), len(range(10, 0, -4)), len(frozenset("aa")))
d = {"a": 1}
print(len(d.keys()), len(d.values()), len(d.items()), len("\U0001F600"), len("e\u0301"))
