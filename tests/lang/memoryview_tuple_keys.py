# Keys of a memoryview that are tuples: as many indices as there are dimensions.
data = bytearray(b"abcdef")
view = memoryview(data)


def tell(f, *args):
    try:
        print(f(*args))
    except (TypeError, NotImplementedError, IndexError, ValueError) as error:
        print(type(error).__name__, error)


for key in ((0,), (-1,), (9,), (), (0, 1), (slice(0, 1),), (slice(0, 1), slice(1, 2)), (0, slice(1)), ("a",), "a", 1.5, None):
    tell(view.__getitem__, key)
    tell(view.__setitem__, key, 65)
    tell(view.__setitem__, key, b"z")
print(data)
