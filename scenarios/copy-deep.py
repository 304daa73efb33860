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
# Every list and every dict is made anew.
b = copy.deepcopy(a)
# A change deep inside shows on one side only.
b[1].append("own")
b[2]["k"][0] = 40
print(a)

# %% What is shared all the same
# The small ints are one object each, on both sides: nobody can change them.
print(a[0] is b[0])
# A tuple of such things is not copied, either; one with a list in it is.
a = ((1, 2), [3])
b = copy.deepcopy(a)
print(a[0] is b[0], a[1] is b[1])

# %% As deep as it goes
# A list in a list in a list: each level is made anew, the innermost first to be complete.
a = [[["deep"]]]
b = copy.deepcopy(a)
b[0][0].append("new")
print(a, b)
# A shallow copy of the same shares all but the first level.
b = copy.copy(a)
b[0][0].append("both")
print(a, b)
