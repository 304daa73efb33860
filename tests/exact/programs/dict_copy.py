# Copies: a table that is dense is cloned, one with many holes is rebuilt.
made = []
for n in (0, 1, 5, 6, 11, 25):
    for holes in (0, 1, 2, 3):
        d = {}
        for i in range(n):
            d["key %d" % i] = [i]
        if holes:
            for i in range(0, n, holes):
                del d["key %d" % i]
        made.append([d, d.copy(), dict(d), {**d}, {k: v for k, v in d.items()}, dict(d.items())])
