"""Why a deleted key leaves a dummy

A search ends at an empty slot. If deleting made a slot empty, every key that had
been pushed past it would be lost. So the slot is marked instead.
"""
# pyviz: show d
# %% Three keys in a row
# 1, 9 and 17 all end in 001: the second and the third are pushed past the first.
d = {1: "one"}
d[9] = "nine"
d[17] = "seventeen"

# %% The first one goes
# Slot 1 becomes a dummy, drawn as x: somebody may lie behind it.
del d[1]
# The walk goes on past the dummy, and finds 17.
print(d[17])

# %% It comes back
# A new key needs a new entry, behind all others: the order is that of insertion.
d[1] = "one again"
print(list(d))

# %% The last one
# popitem() takes the last entry, and its place in the entries can be used again.
print(d.popitem())
d[25] = "twenty-five"
print(list(d))

# %% All at once
# clear() drops the whole table, dummies and all.
d.clear()
print(d)
