"""A shallow copy

A shallow copy is a new container with the same contents: the pointers are copied,
not what they refer to. The inner objects are shared.

A slice, list(), .copy() and copy.copy() all make shallow copies.
"""
# pyviz: view copy
import copy

# %% A new list, the same contents
a = [1, [2, 3], {"k": 4}]
# Two lists now. But what stands in them is one and the same.
b = copy.copy(a)

# %% The outer part is its own
# A slot of the copy is written over: the original keeps what it has.
b[0] = 100
b.append("end")
print(a)

# %% The inner part is shared
# This changes the inner list, and there is only one of it.
b[1].append("shared")
b[2]["k"] = 5
print(a)

# %% Other ways to the same
# For a list, copy.copy looks into a table and finds list.copy. These do the same:
b = a[:]
b = list(a)
b = [*a]
print(b == a, b is a, b[1] is a[1])

# %% One level further
# Copying the inner list, too, makes it two. The dict is still one.
b[1] = a[1].copy()
b[1].append("own")
print(a)
print(b)

# %% What is not copied at all
# A tuple cannot change, so a second one with the same contents would be no use.
t = (1, [2, 3])
u = copy.copy(t)
print(u is t)
# That holds for its slots. The list in it can change, and is shared of course.
u[1].append(4)
print(t)
