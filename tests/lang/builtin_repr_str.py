# repr and str of nested values.
for value in (1, -1.5, "it's", b'q"', None, True, [1, "a", [None]], (1,), (), {"k": (1, 2)}, {1: {}}, {"s"}, set(),
              frozenset(), frozenset({1}), range(2), slice(1, None), [()], ({},), {(): []}):
    print(str(value), repr(value), str(value) == repr(value))
print(str(), repr(str()), str("s"), str(b"b"), str(b"caf\xc3\xa9", "utf-8"), str([1.0, 2e20]))
