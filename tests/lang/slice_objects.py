# slice objects: attributes, indices, equality, hash-free use.
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(6), slice(5).indices(3), slice(None, None, -1).indices(4))
print(slice(1, 2) == slice(1, 2), slice(1, 2) < slice(1, 3), list(range(20))[s], "abcdefghijk"[s], type(s))
print(slice(-3, None).indices(10), slice(None, -100).indices(10), slice(100, None, -2).indices(5), repr(slice("a", None)))
