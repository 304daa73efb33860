# Items, slices and steps deleted.
made = []
for start in range(0, 20, 6):
    for stop in range(start, 21, 5):
        for step in (1, 2, 3):
            a = list(range(20))
            del a[start:stop:step]
            made.append(a)
for i in (0, 5, -1):
    a = [0, 1, 2, 3, 4, 5, 6]
    del a[i]
    made.append(a)
    a = [0, 1, 2, 3, 4, 5, 6]
    a.remove(i % 7)
    made.append(a)
    a = [0, 1, 2, 3, 4, 5, 6]
    a.pop(i)
    made.append(a)
