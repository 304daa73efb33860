"""Containers hold references

A list, a dict, a set or an object holds what is in it: each slot, each value,
each attribute counts one. The names are not the only ones to hold.

An object that is in three containers is one object, counted three times.
"""
# pyviz: view references
# %% The same object, many slots
shared = ["x"]
# Three slots of one list, and one object: the count rises by three.
row = [shared, shared, shared]
# What is changed through one slot is changed for all: there is only one list.
row[0].append("y")
print(row)

# %% The trap of *
# Multiplying a list copies its pointers, not what they refer to.
grid = [[0]] * 3
grid[0][0] = 1
print(grid)
# A comprehension runs its expression anew each time: three lists.
grid = [[0] for _ in range(3)]
grid[0][0] = 1
print(grid)

# %% An object holds its attributes
class Box:
    pass

box = Box()
# An attribute is a reference like any other.
box.content = shared
# The name goes. The object still holds the list, and so does row.
del shared
# The slots let go, the last first.
row.clear()
# The last holder goes: first the box, then what only the box held.
del box

# %% Moving is not copying
queue = [["job"]]
# pop() takes the reference out of the slot, and the name takes it over.
job = queue.pop()
# Swapping two names moves references; no object is touched.
queue, job = job, queue

# %% In a cycle, counts never reach zero
a = []
# The list holds itself: one reference by the name, one by its own slot.
a.append(a)
# The name is gone, but the count is still one. No name leads there any more:
# only the cyclic collector can tell that this is garbage.
del a
