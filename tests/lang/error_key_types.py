# KeyError of a tuple key, from del.
d = {}
del d[(1, "a")]
