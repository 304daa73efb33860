"""A list grows

A list is a block of pointers with room to spare. When the room is used up
the list asks for a bigger block, and sometimes all pointers have to move.

Watch how seldom that happens, and what it costs when it does.
"""
# %% No block yet
# An empty list owns no block at all: 56 bytes, and no slots.
a = []

# %% Appending
# The first append asks for four slots at once. Three of them are spare.
a.append("ape")
# There is room: one pointer is written, and that is all.
a.append("bat")
a.append("cat")
# The last spare slot.
a.append("dog")

# %% Growing
# All four slots are taken. Watch where the pointers go: the objects stay where
# they are, only the pointers to them are copied.
a.append("elk")
# Three more, one append each: as long as there are spare slots, nothing moves.
for name in ["fox", "gnu", "hen"]:
    a.append(name)
# Full once more. The block doubles here; further on the steps grow by about
# an eighth, so that n appends never copy more than some multiple of n pointers.
a.append("jay")

# %% In the middle
# Inserting at the front: every pointer moves up by one slot.
a.insert(0, "ant")
# Taking out the first one: every pointer moves down again.
print(a.pop(0))
# The last one leaves without any moving, and its slot is spare again.
print(a.pop())

# %% Another name is no copy
# b refers to the same list: no block is made, no pointer is copied.
b = a
# So what is done through b is seen through a.
b.append("kob")
# A slice is a new list, with exactly as many slots as it needs.
c = a[:3]

# %% Shrinking
# Less than half is left: the capacity is worked out anew.
del a[3:]
print(a, c)
