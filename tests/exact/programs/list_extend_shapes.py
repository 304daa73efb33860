# extend from every length up to 12, by everything, up to 9 items.
made = []
for n in range(0, 13, 2):
    for k in range(0, 10, 3):
        row = []
        for kind in range(8):
            a = []
            for i in range(n):
                a.append(i)
            more = [0] * k
            if kind == 0:
                a.extend(more)
            elif kind == 1:
                a.extend(tuple(more))
            elif kind == 2:
                a.extend(range(k))
            elif kind == 3:
                a.extend(x for x in more)
            elif kind == 4:
                a.extend("w" * k)
            elif kind == 5:
                a.extend(dict.fromkeys(range(k)))
            elif kind == 6:
                a.extend(set(range(k)))
            else:
                a += more
            row.append(a)
        made.append(row)
