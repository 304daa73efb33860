"""Generations

Most objects die young. So the collector looks at the young ones often, and at
those that have survived seldom.

What survives a collection of its generation moves on to the next.
"""
# pyviz: view gc
import gc
gc.disable()

# %% Born young
class Node:
    pass

# New containers are in the young generation.
keep = Node()
keep.items = []

# %% One collection survived
# A collection of the young ones. keep is reachable: it survives, and moves on.
gc.collect(0)
# This one is born after it, so it is young while keep is not.
late = Node()

# %% The young ones only
# A cycle among the young ones.
loop = Node()
loop.me = loop
del loop
# Collecting generation 0 does not even look at keep: it is older by now.
gc.collect(0)

# %% An old cycle
old = Node()
old.me = old
# While it is still reachable it survives two collections, and is old then.
gc.collect(1)
del old
# A young collection will not find it any more.
gc.collect(0)
# Only a full one looks at the old generation.
gc.collect()

# %% Not looked at at all
# Only what might be part of a cycle is tracked. A dict of numbers cannot be.
ages = {"ann": 7}
# With a list in it, it might be: from now on the collector looks at it.
ages["all"] = []
# A tuple is tracked as soon as it is made, whatever it holds ...
pair = tuple(["pear", 7])
# ... until a collection sees that it holds nothing that could lead back to it.
gc.collect(0)
print(gc.is_tracked(ages), gc.is_tracked(pair))
