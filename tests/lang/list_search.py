# index, count and in.
a = [1, "a", 1.0, None, [2], True, "a"]
print(a.index("a"), a.index("a", 2), a.index([2]), a.count(1), a.count("a"), a.count([2]), a.count("z"), a.index(None))
print(a.index(1, 1), a.index(1, -3), a.index("a", 1, 5), 1 in a, "z" in a)
