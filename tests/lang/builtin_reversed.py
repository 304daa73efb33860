# reversed of sequences and dicts.
print(list(reversed([1, 2, 3])), list(reversed("abc")), tuple(reversed((1, 2))), list(reversed(range(4))))
d = {"a": 1, "b": 2}
print(list(reversed(d)), list(reversed(d.values())), list(reversed(d.items())), list(reversed(d.keys())))
r = reversed([1, 2])
print(next(r), next(r), next(r, "spent"), list(r), iter(r) is r, "".join(reversed("né")))
a = [1, 2, 3]
for x in reversed(a):
    a.append(x)
print(a)
