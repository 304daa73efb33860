"""Counting references

Every object counts the references to it: names, slots of containers, a call's
arguments. When the last one goes, the object goes, at once.

Watch who holds what. A name is a tag on an object, not a box with it inside.
"""
# pyviz: view references
import sys

# %% One object, two names
# The list is made, and the name a refers to it: one reference.
a = []
# No copy: b refers to the same list. Now two names hold it.
b = a
# getrefcount says one more than you would count: its own argument holds the
# list while it looks.
print(sys.getrefcount(a))

# %% Containers hold, too
# The slot of another list is a reference like any other.
box = [a, "pear"]
# And so is a value in a dict. Names, slots, values: each counts one.
ages = {"list": a}
print(sys.getrefcount(a))

# %% Letting go
# del removes a name, not an object: others still hold the list.
del a
# A slot that is written over lets go of what it held.
box[0] = None
# And binding a name anew lets go of what it meant before.
b = "something else"
# The dict is the last one to hold the list. It lets go: the count is zero, and
# the list is freed there and then, in the middle of the statement.
ages["list"] = 0

# %% Twice in one box
# It is slots that are counted, not holders: one tuple can hold a list twice.
twin = ["twin"]
pair = (twin, twin)
print(sys.getrefcount(twin))
# The tuple goes, and lets go of its slots one by one, the last first.
del pair

# %% A cascade
# A list in a list in a list: each is held by the one around it, and by no name.
nest = [[["deep"]]]
# One name goes, and three lists fall: each, as it is freed, lets go of the next.
del nest
print("all gone")
