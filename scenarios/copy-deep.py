"""A deep copy

A deep copy copies the container and what is in it, and what is in that. Afterwards
the two have nothing in common that could be changed.

What cannot be changed need not be copied: ints, strings, functions and classes are
shared all the same.
"""
# pyviz: view copy
import copy

# %% All levels
a = [1, [2, 3], {"k": [4]}]
# Every list and every dict is made anew, the outermost first; it is filled as the
# inner ones come back.
b = copy.deepcopy(a)
# A change deep inside shows on one side only.
b[1].append("own")
b[2]["k"][0] = 40
print(a)

# %% Assigned, shallow, deep
a = [1, [2, 3]]
b = a
c = copy.copy(a)
d = copy.deepcopy(a)
# A change of the outer list shows in b, for b is a.
a.append("outer")
# A change of the inner list shows in b and in c. It never shows in d.
a[1].append("inner")
print(b, c, d)

# %% What is shared all the same
# A tuple of things that are not copied is not copied, either; one with a list in it is.
a = ((1, 2), ([3],), len)
b = copy.deepcopy(a)
print(b[0] is a[0], b[1] is a[1], b[2] is a[2])

# %% More than was meant
# Deep means all that can be reached: also what was to be shared.
settings = {"debug": False}
a = [["task", settings], ["task", settings]]
b = copy.deepcopy(a)
settings["debug"] = True
print(a[0][1], b[0][1])
# One thing has stayed: what was one dict in the original is one dict in the copy.
print(b[0][1] is b[1][1])
