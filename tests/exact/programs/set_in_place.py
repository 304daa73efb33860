# In-place operators and update methods.
made = []
for n in range(6):
    s = set(range(0, 30, 3))
    t = set(range(0, 20, 2))
    if n == 0:
        s |= t
    elif n == 1:
        s &= t
    elif n == 2:
        s -= t
    elif n == 3:
        s ^= t
    elif n == 4:
        s.update(t, [100], "xy", {200: 0})
    else:
        s.intersection_update(t)
        s.difference_update([0, 6])
        s.symmetric_difference_update({1, 2, 12})
    made.append(s)
emptied = {1, 2, 3}
emptied -= emptied
into_empty = set()
into_empty |= {1, 2, 3, 4, 5, 6}
