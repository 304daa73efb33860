# list() of everything that can be walked, at every length up to 20.
made = []
for n in range(21):
    r = range(n)
    t = tuple(r)
    made.append([list(r), list(t), list("abcdefghijklmnopqrstuvwxyz"[:n]), list(list(t)), list(set(r)), list(frozenset(r)),
                 list(dict.fromkeys(r)), list(dict.fromkeys(r).values()), list(dict.fromkeys(r).items()), list(x for x in r),
                 [x for x in r], list(iter(r)), list(reversed(t)), list(zip(t, t)), list(enumerate(t)), sorted(t), list(b"x" * n)])
