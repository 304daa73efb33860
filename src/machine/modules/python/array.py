# array: sequences of C values.
#
# An array keeps its values as Python numbers, each of which was checked against its C type, and counts
# the slots that CPython would have allocated for them, so that its size is right.  While a memoryview
# looks at it the values lie in a bytearray, and its items are a view of that, too.

from _collections_abc import MutableSequence as _MutableSequence
from _library import index as _index, named_with_module as _named, warn_deprecated as _warn
from _struct import _float_from_bits, _float_to_bits
from sys import version_info as _version

typecodes = "bBuwhHiIlLqQfd" if _version >= (3, 13) else "bBuhHiIlLqQfd"
_SIZES = {"b": 1, "B": 1, "u": 4, "w": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8,
          "f": 4, "d": 8}
if _version < (3, 13):
    del _SIZES["w"]
_SMALL = {"b": (-128, 127, "signed char"), "B": (0, 255, "unsigned byte integer"),
          "h": (-32768, 32767, "signed short integer"), "H": (0, 65535, "unsigned short"),
          "i": (-2 ** 31, 2 ** 31 - 1, "signed integer")}


def _type(o):
    cls = type(o)
    return "array.array" if cls is array else cls.__name__


def _convert(code, value):
    # a value as the C type keeps it
    if code in _SMALL:
        if isinstance(value, float):
            raise TypeError("'float' object cannot be interpreted as an integer")
        value = _index(value)
        low, high, name = _SMALL[code]
        if value < low:
            if code == "i" and value < -2 ** 63:
                raise OverflowError("Python int too large to convert to C long")
            raise OverflowError(f"{name} is less than minimum")
        if value > high:
            if code == "i" and value >= 2 ** 63:
                raise OverflowError("Python int too large to convert to C long")
            raise OverflowError(f"{name} is greater than maximum")
        return value
    if code in "IL":
        value = _index(value)
        if value < 0:
            raise OverflowError("can't convert negative value to unsigned int")
        if value >= 2 ** 64:
            raise OverflowError("Python int too large to convert to C unsigned long")
        if code == "I" and value >= 2 ** 32:
            raise OverflowError("unsigned int is greater than maximum")
        return value
    if code == "l":
        value = _index(value)
        if not -2 ** 63 <= value < 2 ** 63:
            raise OverflowError("Python int too large to convert to C long")
        return value
    if code in "qQ":
        value = _index(value)
        if code == "Q" and value < 0:
            raise OverflowError("can't convert negative int to unsigned")
        if not (-2 ** 63 <= value < 2 ** 63 if code == "q" else value < 2 ** 64):
            raise OverflowError("int too big to convert")
        return value
    if code in "fd":
        if not isinstance(value, (int, float)) and not hasattr(type(value), "__float__") \
                and not hasattr(type(value), "__index__"):
            raise TypeError(f"must be real number, not {_type(value)}")
        value = float(value)
        return _float_from_bits(_float_to_bits(value, 4, True), 4) if code == "f" else value
    if not isinstance(value, str) or len(value) != 1:
        raise TypeError("array item must be unicode character")
    return value


@_named
class array:
    """A sequence of values of one C type."""

    __slots__ = "typecode", "_items", "_allocated", "_memory", "__weakref__"

    def __new__(cls, *args, **kw):
        if kw and cls is array:
            raise TypeError("array.array() takes no keyword arguments")
        if not args:
            raise TypeError("array() takes at least 1 argument (0 given)")
        if len(args) > 2:
            raise TypeError(f"array() takes at most 2 arguments ({len(args)} given)")
        code = args[0]
        if not isinstance(code, str) or len(code) != 1:
            raise TypeError(f"array() argument 1 must be a unicode character, not {_type(code)}")
        if code not in _SIZES:
            wide = "w, " if _version >= (3, 13, 4) else ""
            raise ValueError(f"bad typecode (must be b, B, u, {wide}h, H, i, I, l, L, q, Q, f or d)")
        if code == "u" and _version >= (3, 13):
            _warn("The 'u' type code is deprecated and will be removed in Python 3.16")
        self = object.__new__(cls)
        _set(self, "typecode", code)
        _set(self, "_items", [])
        _set(self, "_allocated", 0)
        _set(self, "_memory", None)
        if len(args) == 2:
            self._fill(args[1])
        return self

    def _fill(self, initial):
        code = self.typecode
        if isinstance(initial, str):
            if code not in "uw":
                raise TypeError(f"cannot use a str to initialize an array with typecode '{code}'")
            self._items = list(initial)
        elif isinstance(initial, array):
            if (code in "uw") != (initial.typecode in "uw"):
                raise TypeError("cannot use a unicode array to initialize an array with typecode "
                                f"'{code}'")
            self._items = [_convert(code, value) for value in initial._items]
        elif isinstance(initial, bytes) or type(initial).__name__ == "bytearray":
            self.frombytes(bytes(initial))
            return
        elif isinstance(initial, (list, tuple)):
            self._items = [_convert(code, value) for value in initial]
        else:
            for value in initial:
                self.append(value)
            return
        self._allocated = len(self._items)

    def __setattr__(self, name, value):
        if name not in ("_items", "_allocated", "_memory"):
            if name in ("typecode", "itemsize"):
                raise AttributeError(f"attribute '{name}' of 'array.array' objects is not writable")
            if type(self) is array:
                raise AttributeError(f"'array.array' object has no attribute '{name}'")
        _set(self, name, value)

    itemsize = property(lambda self: _SIZES[self.typecode])

    # ---- lending the memory ----

    def _lend(self):
        """For memoryview(): a view of all items."""
        if self.typecode in "uw":
            from _machine import refuse
            refuse("a memoryview of an array of characters")
        if self._memory is None:
            self._memory = bytearray(self.tobytes())
            self._items = memoryview(self._memory).cast(self.typecode)
        return self._items

    def _take_back(self):
        """Before the number of items changes: nobody may look at the memory."""
        self._items.release()
        values = memoryview(self._memory).cast(self.typecode).tolist()
        try:
            self._memory.append(0)
        except BufferError:
            self._items = memoryview(self._memory).cast(self.typecode)
            raise BufferError("cannot resize an array that is exporting buffers") from None
        self._items, self._memory = values, None

    def __sizeof__(self):
        return 64 + self._allocated * self.itemsize

    # ---- reading ----

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, value):
        return value in list(self._items)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self._made(list(self._items[i]))
        return self._items[self._at(i, "array index out of range")]

    def _at(self, i, message):
        if not hasattr(type(i), "__index__"):
            raise TypeError("array indices must be integers")
        i = _index(i)
        n = len(self._items)
        if i < 0:
            i += n
        if not 0 <= i < n:
            raise IndexError(message)
        return i

    def _made(self, items):
        other = object.__new__(array)
        _set(other, "typecode", self.typecode)
        _set(other, "_items", items)
        _set(other, "_allocated", len(items))
        _set(other, "_memory", None)
        return other

    def index(self, v, /, start=0, stop=None):
        """The first place of a value."""
        n = len(self._items)
        stop = n if stop is None else _index(stop)
        start = _index(start)
        start = max(0, start + n) if start < 0 else start
        stop = stop + n if stop < 0 else stop
        for i in range(start, min(stop, n)):
            if self._items[i] == v:
                return i
        raise ValueError("array.index(x): x not in array")

    def count(self, v, /):
        """How often a value occurs."""
        return sum(1 for item in self._items if item == v)

    def tolist(self):
        """The values as a list."""
        return list(self._items)

    def tounicode(self):
        """The characters as a str."""
        if self.typecode not in "uw":
            raise ValueError("tounicode() may only be called on unicode type arrays")
        return "".join(self._items)

    def tobytes(self):
        """The memory as bytes."""
        size = self.itemsize
        if self.typecode in "fd":
            return b"".join(_float_to_bits(v, size, True).to_bytes(size, "little") for v in self._items)
        if self.typecode in "uw":
            return b"".join(ord(v).to_bytes(4, "little") for v in self._items)
        return b"".join(v.to_bytes(size, "little", signed=self.typecode.islower()) for v in self._items)

    __bytes__ = tobytes

    def buffer_info(self):
        """The address of the memory, and how many items lie there."""
        return id(self) + 64, len(self._items)

    def __repr__(self):
        if not self._items:
            return f"{type(self).__name__}('{self.typecode}')"
        shown = repr("".join(self._items)) if self.typecode in "uw" else repr(list(self._items))
        return f"{type(self).__name__}('{self.typecode}', {shown})"

    def __reduce_ex__(self, protocol):
        own = getattr(self, "__dict__", None)
        if protocol < 3:
            return type(self), (self.typecode, self.tolist()), own
        format = _FORMATS[self.typecode]
        return _array_reconstructor, (type(self), self.typecode, format, self.tobytes()), own

    def __copy__(self):
        return self._made(list(self._items))

    def __deepcopy__(self, memo):
        return self._made(list(self._items))

    # ---- comparing ----

    def __eq__(self, other):
        return list(self._items) == list(other._items) if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return list(self._items) < list(other._items) if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return list(self._items) <= list(other._items) if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return list(self._items) > list(other._items) if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return list(self._items) >= list(other._items) if isinstance(other, array) else NotImplemented

    __hash__ = None

    # ---- changing ----

    def _resize(self, newsize):
        # before the items change: how many slots there will be
        if self._memory is not None and newsize != len(self._items):
            self._take_back()
        if self._allocated >= newsize and len(self._items) < newsize + 16:
            return
        if newsize == 0:
            self._allocated = 0
        else:
            self._allocated = (newsize >> 4) + (3 if len(self._items) < 8 else 7) + newsize

    def append(self, v, /):
        """Adds a value at the end."""
        v = _convert(self.typecode, v)
        self._resize(len(self._items) + 1)
        self._items.append(v)

    def insert(self, i, v, /):
        """Adds a value before an index."""
        v = _convert(self.typecode, v)
        self._resize(len(self._items) + 1)
        self._items.insert(i, v)

    def extend(self, bb, /):
        """Adds all values of an iterable."""
        if isinstance(bb, array):
            if bb.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            self._resize(len(self._items) + len(bb._items))
            self._items += bb._items
            return
        for value in bb:
            self.append(value)

    def fromlist(self, list, /):
        """Adds the values of a list; all or none."""
        if type(list).__name__ != "list":
            raise TypeError("arg must be list")
        values = [_convert(self.typecode, value) for value in list]
        self._resize(len(self._items) + len(values))
        self._items += values

    def frombytes(self, buffer, /):
        """Adds the values that bytes hold."""
        data = bytes(buffer)
        size = self.itemsize
        if len(data) % size:
            raise ValueError("bytes length not a multiple of item size")
        code = self.typecode
        values = []
        for i in range(0, len(data), size):
            bits = int.from_bytes(data[i:i + size], "little", signed=code in "bhilq")
            values.append(_float_from_bits(bits, size) if code in "fd" else chr(bits) if code in "uw" else bits)
        self._resize(len(self._items) + len(values))
        self._items += values

    def fromunicode(self, ustr, /):
        """Adds the characters of a str."""
        if self.typecode not in "uw":
            raise ValueError("fromunicode() may only be called on unicode type arrays")
        self._resize(len(self._items) + len(ustr))
        self._items += list(ustr)

    def fromfile(self, f, n, /):
        """Adds n values that a file holds."""
        data = f.read(n * self.itemsize)
        self.frombytes(data)
        if len(data) != n * self.itemsize:
            raise EOFError("read() didn't return enough bytes")

    def tofile(self, f, /):
        """Writes the memory to a file."""
        f.write(self.tobytes())

    def pop(self, i=-1, /):
        """Takes a value out."""
        if not self._items:
            raise IndexError("pop from empty array")
        i = _index(i)
        n = len(self._items)
        i = i + n if i < 0 else i
        if not 0 <= i < n:
            raise IndexError("pop index out of range")
        value = self._items[i]
        self._delete(i, i + 1)
        return value

    def remove(self, v, /):
        """Takes out the first of a value."""
        for i, item in enumerate(self._items):
            if item == v:
                self._delete(i, i + 1)
                return
        raise ValueError("array.remove(x): x not in array")

    def _delete(self, low, high):
        self._resize(len(self._items) - (high - low))
        del self._items[low:high]

    def reverse(self):
        """Turns the order round."""
        values = list(reversed(self._items))
        for i, value in enumerate(values):
            self._items[i] = value

    def byteswap(self):
        """Turns the bytes of every value round."""
        size = self.itemsize
        data = self.tobytes()
        swapped = b"".join(data[i:i + size][::-1] for i in range(0, len(data), size))
        for i, value in enumerate(array(self.typecode, swapped)._items):
            self._items[i] = value

    if _version >= (3, 13):
        def clear(self):
            """Takes all values out."""
            self._resize(0)
            self._items.clear()

    def __setitem__(self, i, value):
        if not isinstance(i, slice):
            i = self._at(i, "array assignment index out of range")
            self._items[i] = _convert(self.typecode, value)
            return
        if not isinstance(value, array):
            raise TypeError(f'can only assign array (not "{_type(value)}") to array slice')
        if value.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        values = list(value._items)
        count = len(range(*i.indices(len(self._items))))
        if i.step not in (None, 1) and len(values) != count:
            raise ValueError(f"attempt to assign array of size {len(values)} to extended slice of size "
                             f"{count}")
        self._resize(len(self._items) + len(values) - count)
        if self._memory is None:
            self._items[i] = values
        else:
            for at, value in zip(range(*i.indices(len(self._items))), values):
                self._items[at] = value

    def __delitem__(self, i):
        if isinstance(i, slice):
            count = len(range(*i.indices(len(self._items))))
            self._resize(len(self._items) - count)
            del self._items[i]
        else:
            i = self._at(i, "array assignment index out of range")
            self._delete(i, i + 1)

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{_type(other)}") to array')
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        return self._made([*self._items, *other._items])

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend array with array (not "{_type(other)}")')
        self.extend(other)
        return self

    def __mul__(self, n):
        return self._made(list(self._items) * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        if n > 0:
            self._resize(len(self._items) * n)
        else:
            self._resize(0)
        if n != 1:
            self._items *= n
        return self

    if _version >= (3, 12):
        def __class_getitem__(cls, item):
            from types import GenericAlias
            return GenericAlias(cls, item)


_set = object.__setattr__
ArrayType = array

# How pickle tells the machine's formats apart: size, sign and order of the bytes.
_FORMATS = {"B": 0, "b": 1, "H": 2, "h": 4, "I": 6, "i": 8, "L": 10, "Q": 10, "l": 12, "q": 12, "f": 14, "d": 16,
            "u": 20, "w": 20}


_MutableSequence.register(array)


def _array_reconstructor(arraytype, typecode, mformat_code, items):
    """An array from the bytes of one; here, all were written by a machine like this one."""
    if not isinstance(arraytype, type) or not issubclass(arraytype, array):
        raise TypeError(f"first argument must be a type object, not {type(arraytype).__name__}"
                        if not isinstance(arraytype, type) else f"{arraytype!r} is not a subtype of {array!r}")
    made = arraytype(typecode)
    made.frombytes(items)
    return made


# No text but its own: in a pickle each is written again.
array.__module__, _array_reconstructor.__module__ = "".join(("arr", "ay")), "".join(("arr", "ay"))
