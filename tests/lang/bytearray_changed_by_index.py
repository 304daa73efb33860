# Indices and values whose __index__ changes the bytearray that they are for; what breaks CPython is left out.
def changing(b, how, value):
    class Index:
        def __index__(self):
            how(b)
            return value
    return Index()


def attempt(name, b, f):
    try:
        result = f()
    except Exception as error:
        result = "%s: %s" % (type(error).__name__, error)
    print(name, result, b)


def store(b, key, value):
    b[key] = value


def remove(b, key):
    del b[key]


WAYS = {"clear": bytearray.clear, "pop": bytearray.pop}
for way, how in WAYS.items():
    for value in 0, 2, -1, 7:
        b = bytearray(b"abcdefgh")
        attempt((way, value, "item"), b, lambda: b[changing(b, how, value)])
        attempt((way, value, "part"), b, lambda: b[changing(b, how, value):6])
        b[:] = b"abcdefgh"
        attempt((way, value, "third"), b, lambda: b[changing(b, how, value)::3])
        b[:] = b"abcdefgh"
        attempt((way, value, "store"), b, lambda: store(b, 1, changing(b, how, abs(value))))
        b[:] = b"abcdefgh"
        attempt((way, value, "store part"), b, lambda: store(b, slice(changing(b, how, value), 7), b"12"))
        b[:] = b"abcdefgh"
        attempt((way, value, "store third"), b, lambda: store(b, slice(changing(b, how, value), None, 3), b"12"))
        b[:] = b"abcdefgh"
        attempt((way, value, "delete"), b, lambda: remove(b, changing(b, how, value)))
        b[:] = b"abcdefgh"
        attempt((way, value, "delete part"), b, lambda: remove(b, slice(changing(b, how, value), 7)))
        b[:] = b"abcdefgh"
        attempt((way, value, "delete third"), b, lambda: remove(b, slice(changing(b, how, value), None, 3)))
b = bytearray(b"abc")
for key, value in (99, "x"), (99, 300), (1, 300), (-9, 256), (99, 1):
    attempt((key, value), b, lambda: store(b, key, value))
