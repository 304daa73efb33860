"""Assigning copies nothing

b = a makes no second list. It makes a second name for the one that is there. What
is changed through one name is changed for the other.

Between the two columns: `is` says that there is one object, `==` that there are two
which are equal, `!=` that there are two which are not.
"""
# pyviz: view copy
# %% One list
a = [1, [2, 3]]
# Two names, one list: every row says so.
b = a

# %% A change through one
# It shows on both sides, for both sides are the same object.
b.append(4)
b[1].append("x")
print(a)

# %% Binding anew is no change
# Now b means another list, which is equal to the first. Nothing happens to that one.
b = [1, [2, 3, "x"], 4]
print(a == b, a is b)
# Equal today: a change to one does not show in the other.
b[0] = 100
print(a, b)

# %% Handing over
# An argument is one more name: no copy is made for the call.
def add(items):
    items.append("added")

add(a)
print(a)
# += on a list changes it in place; with + a new one is made.
b = a
b += ["same"]
b = b + ["new"]
print(len(a), len(b))

# %% One row, three times
# Repeating a list repeats its pointers, not what they refer to.
a = [[0, 0]] * 3
b = [[0, 0] for _ in range(3)]
# So this changes one row, which stands in a three times ...
a[0][0] = 7
# ... and this one row of three.
b[0][0] = 7
print(a, b)
