# Iterators, views, bound methods, slices and generators that live on.
a = [[1], [2]]
it = iter(a)
first = next(it)
spent = iter(a)
rest = list(spent)
d = {"pear": [3]}
keys, values, items = d.keys(), d.values(), d.items()
append = a.append
piece = slice(a, None)
pairs = enumerate(a)
both = zip(a, a)
back = reversed(a)
lazy = (x for x in a)
