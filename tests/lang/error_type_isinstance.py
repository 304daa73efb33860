# isinstance wants types.
# test: stderr=last
isinstance(1, "int")
