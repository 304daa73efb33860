# Too few values for a starred unpacking.
a, *b, c, d = (1, 2)
