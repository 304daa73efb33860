# Unpacking what is not iterable.
a, b = 5
