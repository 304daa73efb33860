# sorted: new list, stable, key and reverse.
print(sorted([3, 1, 2]), sorted("banana"), sorted({3: 0, 1: 0}), sorted((2.5, 1, True)), sorted([]), sorted({5, 3, 4}))
words = ["pear", "fig", "apple", "kiwi"]
print(sorted(words), sorted(words, key=len), sorted(words, reverse=True), sorted(words, key=len, reverse=True), words)
print(sorted([(1, "b"), (0, "z"), (1, "a")]), sorted([[2], [1, 5], []]), sorted(["b", "B", "a"], key=str.lower))
def last(s): return s[-1]
print(sorted(words, key=last), sorted(range(5), key=[3, 1, 4, 1, 5].__getitem__))
print(sorted([i * 37 % 101 for i in range(100)]) == sorted(sorted([i * 37 % 101 for i in range(100)], reverse=True)))
