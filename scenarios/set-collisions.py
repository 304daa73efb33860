"""A set looks next door first

A set has one table: keys with their hashes lie in the slots themselves, so there
is no order of insertion.

When a slot is taken a set looks at the slots next door, up to nine of them, for
they lie in the same cache line. Only then does it jump, as a dict does.
"""
# pyviz: show s
# %% A slot for two
# Small ints are their own hashes: 1 to 5 have slots 1 to 5. 32 and 64 end in five
# zeros: both want slot 0.
s = {1, 2, 3, 4, 5}
s.add(32)
# Slot 0 is taken: next door.
s.add(64)
print(64 in s)

# %% No order
# The order of a set is that of its slots: hash and history decide.
print(s)

# %% Dummies
# A key that goes leaves a dummy, as in a dict: others may lie behind it.
s.discard(1)
# The search for 64 passes the dummy.
print(64 in s)
# A new key may take the dummy's slot over.
s.add(96)
print(len(s))

# %% Twice the same
# Adding what is there changes nothing.
s.add(2)
print(len(s))
