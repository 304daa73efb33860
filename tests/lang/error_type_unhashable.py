# A list is no key.
d = {}
d[[1]] = 2
