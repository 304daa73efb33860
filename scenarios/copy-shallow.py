"""A shallow copy

A shallow copy is a new container with the same contents: the pointers are copied,
not what they refer to. The inner objects are shared.

A slice, list(), .copy() and copy.copy() all make shallow copies.
"""
# pyviz: view copy
# %% A new list, the same contents
a = [1, [2, 3], {"k": 4}]
# Two lists now. But what stands in them is one and the same.
b = a[:]

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

# %% Three ways, one result
b = a.copy()
b = list(a)
b = [*a]
print(b == a, b is a)

# %% One level further
# Copying the inner list, too, makes it two. The dict is still one.
b[1] = a[1].copy()
b[1].append("own")
print(a)
print(b)
