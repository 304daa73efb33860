"""Inserting costs moving

A list is one block of pointers, in order, without gaps. To insert in front,
every pointer behind must move up by one slot.

At the end it costs nothing. In front it costs as much as the list is long.
"""
# pyviz: show a
# %% At the end
a = ["bee", "cat", "dog"]
# insert() at the end moves nothing: it is an append.
a.insert(3, "elk")

# %% In front
# All four pointers move up in one copy, and slot 0 is free for the new one.
a.insert(0, "ant")
# Once more: five pointers move now.
a.insert(0, "ape")

# %% In the middle
# Only what stands behind the place moves.
a.insert(4, "cow")
# An index beyond the end means the end: no error, and nothing moves.
a.insert(99, "fox")

# %% From behind
# A negative index counts from the end: before the last one.
a.insert(-1, "eel")

# %% Looking for one
# index() compares one item after another, from the front, until one is equal.
print(a.index("dog"))
# reverse() moves no item and makes no list: pointers change places.
a.reverse()
a.reverse()

# %% Taking out
# To take out the first one closes a gap: everything behind moves down.
a.pop(0)
# remove() looks for the value first, one by one, and then closes the gap.
a.remove("cow")
# The last one goes without any moving.
a.pop()
print(a)
# For a queue, where much is put in at one end and taken out at the other, there is
# collections.deque: it moves nothing at either end.
