# set() and frozenset() of any iterable.
print(set(), set([1, 2, 2]), set("a"), set(range(3)), set({"k": 1}), set((1, 1.0)), len(set("mississippi")))
print(frozenset(), frozenset([1, 1]), frozenset("b"), frozenset({3}), set(frozenset({4})))
f = frozenset([1])
print(frozenset(f) is f, set(f) is f, f == {1}, {1} == f, {f: "key"}[frozenset([1])], f in {frozenset([1])})
print({frozenset(), frozenset()} == {frozenset()}, type({1} | f), type(f | {1}))
