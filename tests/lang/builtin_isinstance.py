# isinstance with a type or with tuples of types.
print(isinstance(1, int), isinstance(True, int), isinstance(1, bool), isinstance(1.0, int), isinstance("s", str))
print(isinstance([], (tuple, list)), isinstance({}, (list, (str, dict))), isinstance(1, ()), isinstance(None, type(None)))
print(isinstance(int, type), isinstance(len, type(abs)), isinstance(b"", str), isinstance({1}, frozenset))
def f(): pass
print(isinstance(f, type(f)), isinstance(range(1), range), isinstance(frozenset(), frozenset))
