# iter and next, with a default and with a sentinel.
it = iter([1, 2])
print(next(it), next(it), next(it, "done"), next(it, None))
d = iter({"a": 1})
print(next(d), next(d, 0))
s = iter("né")
print(next(s), list(s), list(s))
values = [3, 2, 1, 0, 9]
print(list(iter(values.pop, 0)), values)
print(next(iter(range(5, 9))), next(iter((7,))), next(zip("a", "b")), iter(it) is it)
