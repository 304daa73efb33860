"""OrderedDict, and what dict cannot do

Since Python 3.7 every dict keeps the order of insertion. An OrderedDict has
the same table underneath, and over it a linked list of its keys.

Watch what the list is for: a key can go to either end without touching the
table, and either end can be taken off.
"""
from collections import OrderedDict

# %% A table and a list
# Each new key becomes an entry of the table, and a node at the end of the list.
od = OrderedDict(a=1, b=2, c=3)
# pyviz: show od

# %% Moving
# The node is taken out of the list and linked in again at its end. The numbers
# of the entries show that the table below has not changed.
od.move_to_end("a")
# To the front works as well.
od.move_to_end("c", last=False)
# A new value does not move anything.
od["b"] = 20
print(list(od))

# %% Taking off
# popitem takes the last one, or the first: a queue, or a stack.
od.popitem()
od.popitem(last=False)
print(od)

# %% Order counts
# Two dicts are equal whatever their order is. Two OrderedDicts are not.
print({"x": 1, "y": 2} == {"y": 2, "x": 1})
print(OrderedDict(x=1, y=2) == OrderedDict(y=2, x=1))

# %% The least recently used
# move_to_end at each use, popitem(last=False) when it is full: an LRU cache.
cache = OrderedDict(one=1, two=2, three=3)
# pyviz: show cache
cache.move_to_end("one")
cache.popitem(last=False)
cache["four"] = 4
print(list(cache))
