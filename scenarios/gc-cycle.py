"""A cycle, and who finds it

Reference counts free an object when the last reference goes. In a cycle that
moment never comes: the objects refer to each other.

The collector looks for groups that nothing from outside refers to. It copies the
counts, and takes off every reference that comes from inside the group.
"""
# pyviz: view gc
import gc
gc.disable()

# %% A pair
class Node:
    pass

a = Node()
b = Node()
# Each refers to the other: both counts are two now.
a.other = b
b.other = a

# %% Out of sight
# The names go. Each is still held by the other: the counts stop at one.
del a
del b
# A third one that a name still refers to, so that there is something to keep.
kept = Node()
kept.list = [1, 2, 3]

# %% The collector
# First every object in the group gets a copy of its count. Then each reference
# from inside is taken off: what is left came from outside.
found = gc.collect()
# The pair was garbage. kept was reached from outside, and stays.
print(found >= 2)

# %% A cycle of one
# An object that refers to itself is a cycle, too: its count cannot fall to zero.
alone = Node()
alone.other = alone
del alone
# What survived the last collection is old by now, and is looked at once more.
print(gc.collect() >= 1)
