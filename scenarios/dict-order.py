"""The order of a dict

The entries of a dict stand in order of insertion, one behind the other. Only the
index in front of them is scattered by the hashes.

So walking through a dict needs no hash at all. Since Python 3.7 the language
promises this order; it has been so since CPython 3.6.
"""
# pyviz: show d
# %% As they come
d = {}
d["pear"] = 1
d["apple"] = 2
d["fig"] = 3
# Not by hash and not by alphabet: as they came.
print(list(d))

# %% A new value keeps the place
# The key is there already: its entry stays where it is.
d["pear"] = 10
print(list(d))

# %% Out and in again
# After deleting, the same key is a new one: it goes to the end.
del d["pear"]
d["pear"] = 1
print(list(d))

# %% The newest first
# popitem() takes the last entry: that can be found without any search.
print(d.popitem())
d["pear"] = 1

# %% Equality does not ask for order
# Two dicts are equal if they have the same keys with equal values.
print(d == {"pear": 1, "fig": 3, "apple": 2})
# reversed() walks the entries from behind.
print(list(reversed(d)))
