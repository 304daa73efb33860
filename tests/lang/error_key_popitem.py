# popitem of an empty dict.
# test: stderr=last
{}.popitem()
