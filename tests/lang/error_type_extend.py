# extend of what is not iterable.
a = [1]
a.extend(5)
