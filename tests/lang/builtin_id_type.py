# id, type and their comparisons.
a, b = [], []
print(id(a) == id(a), id(a) == id(b), id(None) == id(None), type(id(a)))
for value in (1, 1.5, True, None, "s", b"b", [], (), {}, set(), frozenset(), range(1), slice(1), len, print, id, type, int,
              ..., 1j, [].append, {}.keys(), {}.values(), {}.items()):
    print(type(value))
for value in (iter([]), iter(()), iter(""), iter(b""), iter({}), iter({}.values()), iter({}.items()), iter(set()),
              iter(range(1)), enumerate([]), zip(), reversed([]), reversed(()), (x for x in []), reversed({})):
    print(type(value).__name__)
print(type(1) is int, type(True) == bool, type(type(1)) is type, type([]) in (list, dict))
