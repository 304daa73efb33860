"""A dict grows

A table of 8 slots holds 5 entries: two thirds, so that walks stay short. When the
room for entries is used up the next new key rebuilds the table.

The order of the entries does not change. Where the slots point does.
"""
# pyviz: show d
# %% Eight slots
d = {"a": 1, "b": 2, "c": 3, "d": 4}
# The last one that fits.
d["e"] = 5

# %% Sixteen
# A sixth key: 5 keys times 3 must be fewer than the new slots, so there are 16.
# No hash is computed again: they are all stored.
d["f"] = 6

# %% Deletions count, too
# Room that a deleted entry leaves is not given back.
for key in "abcdef":
    del d[key]
# An empty dict now, but with six holes. Four more keys fit.
d["g"] = 7
d["h"] = 8
d["i"] = 9
d["j"] = 10
# No room is left, though only four keys are there. The table is rebuilt without the
# holes, and as large as the keys need: by that a dict may even get smaller.
d["k"] = 11
print(list(d), len(d))
