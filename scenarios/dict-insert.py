"""Inserting into a dict

A dict is two tables. The entries stand in order of insertion, one behind
the other. The index is sparse, and says which entry belongs to a hash.

Watch where a key goes, what happens when its place is taken, and what
happens when the table is full.
"""
# %% An empty dict
# An empty dict owns no table yet: 64 bytes, and room for nothing.
d = {}
# pyviz: show d

# %% The first keys
# The last three bits of the hash of 'pear' choose one of eight slots. The key
# itself goes to the entries; the slot only says which entry it is.
d["pear"] = 1
# Another key, another hash, and a slot that nobody has taken.
d["plum"] = 2

# %% A collision
# The hash of 'kiwi' ends in the same three bits as that of 'pear'. Two keys
# cannot share a slot: the rest of the hash decides where to look next.
d["kiwi"] = 3
# Whoever looks for 'kiwi' walks the same way: past 'pear', and then it is found.
print(d["kiwi"])
# A key that is there already keeps its place; only the value is new.
d["pear"] = 10

# %% Full
# Eight slots, but only five entries: a table that is too full makes walks long.
d["fig"] = 4
# The fifth entry is the last one that fits.
d["grape"] = 5
# A sixth key: the table is rebuilt with 16 slots before the key can go in.
# No hash is computed again, but now four bits of each hash choose its slot.
d["cherry"] = 6

# %% What is deleted leaves a trace
# The slot becomes a dummy, not empty: a key that was pushed past it would be
# lost. The entry stays as a hole, too.
del d["pear"]
# 'kiwi' was pushed past that slot, and is still found: the walk goes on there.
print(d["kiwi"])
# The table has forgotten 'pear', and the new key goes to the end.
d["pear"] = 7
# So the order in which you see the keys is the order of insertion.
print(list(d))
