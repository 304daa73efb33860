# += of what is not iterable.
a = [1]
a += 5
