"""A list gives back

When items go, their slots stay as spare room: the list may grow again. Only when
less than half of the slots is in use is the capacity worked out anew.
"""
# pyviz: show a
# %% Room that stays
a = []
# Ten appends. The capacity grows on the way: 4, 8, 16 slots.
for letter in "abcdefghij":
    a.append(letter)
# The last one goes. Its slot stays, as one more spare one.
a.pop()
# Eight of sixteen: that is still half.
a.pop()

# %% Less than half
# Seven of sixteen: now the capacity is worked out anew, and slots go back.
a.pop()
# Slices go at once: what is left closes up, and the capacity follows.
del a[1:4]
print(len(a))

# %% The other way to empty it
# clear() gives everything back: no slots, and the items are let go of.
a.clear()
# The next append begins as with a new list.
a.append("new")

# %% Assigning to a slice
# Three for one: room is made first, then the pointers are written.
a[0:1] = ["one", "two", "three"]
# And none for two: what is behind closes up.
a[0:2] = []
print(a)
