# What array has in Python: files, text and pickling.  The native part is modules/array.c.

from _collections_abc import MutableSequence as _MutableSequence
from _library import adopt as _adopt

# How pickle tells the machine's formats apart: size, sign and order of the bytes.
_FORMATS = {"B": 0, "b": 1, "H": 2, "h": 4, "I": 6, "i": 8, "L": 10, "Q": 10, "l": 12, "q": 12, "f": 14, "d": 16,
            "u": 20, "w": 20}
_native = array


def _adopted(methods):
    return _adopt(_native, methods)


@_adopted
class array:
    def fromfile(self, f, n, /):
        """Adds n values that a file holds."""
        data = f.read(n * self.itemsize)
        self.frombytes(data)
        if len(data) != n * self.itemsize:
            raise EOFError("read() didn't return enough bytes")

    def tofile(self, f, /):
        """Writes the memory to a file."""
        f.write(self.tobytes())

    def __reduce_ex__(self, protocol):
        own = getattr(self, "__dict__", None)
        if protocol < 3:
            return type(self), (self.typecode, self.tolist()), own
        format = _FORMATS[self.typecode]
        return _array_reconstructor, (type(self), self.typecode, format, self.tobytes()), own


_MutableSequence.register(array)


def _array_reconstructor(arraytype, typecode, mformat_code, items):
    """An array from the bytes of one; here, all were written by a machine like this one."""
    if not isinstance(arraytype, type) or not issubclass(arraytype, array):
        raise TypeError(f"first argument must be a type object, not {type(arraytype).__name__}"
                        if not isinstance(arraytype, type) else f"{arraytype!r} is not a subtype of {array!r}")
    made = arraytype(typecode)
    made.frombytes(items)
    return made


# No text but its own: in a pickle it is written again.
_array_reconstructor.__module__ = "".join(("arr", "ay"))
