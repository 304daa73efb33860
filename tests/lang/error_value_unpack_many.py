# Too many values to unpack.
a, b = "xyz"
