# struct: C values as bytes.
#
# A format becomes a list of items (code, count, size, padding before); what a code means stands in
# one table.  Native sizes are those of 64-bit Linux.

from _library import (builtin_class as _builtin_class, builtin_module as _builtin_module, index as _index,
                      named_with_module as _named)
from _machine import uncounted as _uncounted
from sys import version_info as _version


class error(Exception):
    """What cannot be packed or unpacked."""

    __module__ = "struct"


_INTS = {"b": 1, "B": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "n": 8, "N": 8,
         "P": 8}
_NATIVE = {**_INTS, "x": 1, "c": 1, "?": 1, "e": 2, "f": 4, "d": 8, "s": 1, "p": 1}
_STANDARD = {**_NATIVE, "l": 4, "L": 4}
for _code in "nNP":
    del _STANDARD[_code]
del _code
_NAMES = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}


def _parse(format):
    if isinstance(format, str):
        text = format.encode("ascii").decode("latin-1")
    elif isinstance(format, bytes):
        text = format.decode("latin-1")
    else:
        raise TypeError("Struct() argument 1 must be a str or bytes object, "
                        f"not {type(format).__name__}")
    if "\0" in text:
        raise error("embedded null character")
    order = text[:1]
    aligned = order not in ("<", ">", "!", "=")
    big = order in (">", "!")
    sizes = _NATIVE if aligned else _STANDARD
    if order in ("<", ">", "!", "=", "@"):
        text = text[1:]
    items = []
    total = 0
    i = 0
    while i < len(text):
        code = text[i]
        i += 1
        if code.isspace():
            continue
        count = 1
        if code.isdigit():
            count = int(code)
            while i < len(text) and text[i].isdigit():
                count = count * 10 + int(text[i])
                i += 1
            if count > 0x7FFFFFFFFFFFFFFF:
                raise error("total struct size too long")
            if i == len(text):
                raise error("repeat count given without format specifier")
            code = text[i]
            i += 1
        if code not in sizes:
            raise error("bad char in struct format")
        size = sizes[code]
        padding = 0
        if aligned and code not in "xcsp?":
            padding = -total % size
        total += padding + size * count
        if total > 0x7FFFFFFFFFFFFFFF:
            raise error("total struct size too long")
        items.append((code, count, size, padding))
    return items, total, big, aligned


_NATIVE_SIZES = {"h": 2, "H": 2, "i": 4, "I": 4, "q": 8, "Q": 8}


def _pack_int(code, size, value, big, native):
    try:
        value = _index(value)
    except TypeError:
        if hasattr(type(value), "__index__"):
            raise
        raise error("required argument is not an integer") from None
    bits = size * 8
    if code == "P":
        if not -1 << bits - 1 <= value < 1 << bits:
            raise error("int too large to convert")
        value &= (1 << bits) - 1
        code = "Q"
    signed = code in "bhilqn"
    low, high = (-1 << bits - 1, (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    if not low <= value <= high:
        if _version >= (3, 12):
            raise error(f"'{code}' format requires {low} <= number <= {high}")
        native = native or not big and size == _NATIVE_SIZES.get(code)  # those functions are taken then
        if big and code in "qQ":
            raise error("int too large to convert")
        as_long = signed or code in "bB" or (native and code in "hH")
        if not -2 ** 63 <= value < 2 ** (63 if as_long else 64):
            raise error("argument out of range")
        if code in "bB" or (native and code in "hH"):
            raise error(f"{_NAMES[code]} format requires {low} <= number <= {high}")
        if size == 8 or (value < 0 and not signed):
            raise error("argument out of range")
        raise error(f"'{code}' format requires {low} <= number <= {high}")
    return value.to_bytes(size, "big" if big else "little", signed=signed)


def _pack_float(code, size, value, big, native):
    given = value
    try:
        value = float(value) if isinstance(value, (int, float)) else _to_float(value)
    except TypeError:
        raise error("required argument is not a float") from None
    except OverflowError:
        if not isinstance(given, int):
            raise
        raise error("int too large to convert") from None
    bits = _float_to_bits(value, size, native and code == "f")
    if bits < 0 and isinstance(given, int):
        raise error("int too large to convert")
    if bits < 0:
        raise OverflowError(f"float too large to pack with {code} format")
    return bits.to_bytes(size, "big" if big else "little")


def _to_float(value):
    if hasattr(type(value), "__float__") or hasattr(type(value), "__index__"):
        return float(value)
    raise TypeError


def _as_bytes(value):
    if isinstance(value, bytes):
        return value
    if type(value).__name__ in ("bytearray", "memoryview", "array"):
        return bytes(value)
    raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")


@_named
class unpack_iterator:
    """What iter_unpack() gives."""

    __module__ = "_struct"
    __slots__ = "_of", "_data", "_at"

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_struct.unpack_iterator' instances")

    def __iter__(self):
        return self

    def __next__(self):
        if self._at >= len(self._data):
            raise StopIteration
        self._at += self._of.size
        return self._of._unpack(self._data[self._at - self._of.size:self._at])

    def __length_hint__(self):
        return (len(self._data) - self._at) // self._of.size


def _unpack_iterator(of, data):
    self = object.__new__(unpack_iterator)
    self._of, self._data, self._at = of, data, 0
    return self


@_builtin_class
@_named
class Struct:
    """A format, read once."""

    __module__ = "_struct"
    __slots__ = "format", "size", "_items", "_big", "_native", "_values"

    def __init__(self, *args, **kwargs):
        if len(args) + len(kwargs) > 1:
            raise TypeError(f"Struct() takes at most 1 argument ({len(args) + len(kwargs)} given)")
        if not args and "format" not in kwargs:
            raise TypeError("Struct() missing required argument 'format' (pos 1)")
        format = args[0] if args else kwargs["format"]
        _uncounted()  # in C the items are no containers
        self._items, self.size, self._big, self._native = _parse(format)
        self.format = format if isinstance(format, str) else format.decode("latin-1")
        self._values = sum(count if code not in "sp" else 1 for code, count, _, _ in self._items
                           if code != "x")

    def __sizeof__(self):
        """As of a row of codes, one for each item that takes or gives values."""
        return 88 + 32 * len([code for code, count, _, _ in self._items
                              if code != "x" and (count or code in "sp")])

    if _version >= (3, 13):
        def __repr__(self):
            return f"{type(self).__name__}({self.format!r})"

    def _pack(self, values, name="pack"):
        if len(values) != self._values:
            raise error(f"{name} expected {self._values} items for packing (got {len(values)})")
        if (plain := _pack_plain(self._items, values, self._big, self.size)) is not None:
            return plain
        out = []
        at = 0
        for code, count, size, padding in self._items:
            if padding:
                out.append(bytes(padding))
            if code == "x":
                out.append(bytes(count))
                continue
            if code in "sp":
                value = values[at]
                at += 1
                if not isinstance(value, bytes) and type(value).__name__ != "bytearray":
                    raise error(f"argument for '{code}' must be a bytes object")
                value = bytes(value)
                if code == "p":
                    value = bytes((min(len(value), count - 1, 255),)) + value if count else b""
                out.append(value[:count] + bytes(max(0, count - len(value))))
                continue
            for _ in range(count):
                out.append(self._pack_one(code, size, values[at]))
                at += 1
        return b"".join(out)

    def _pack_one(self, code, size, value):
        if code in _INTS:
            return _pack_int(code, size, value, self._big, self._native)
        if code == "c":
            if not isinstance(value, bytes) or len(value) != 1:
                raise error("char format requires a bytes object of length 1")
            return value
        if code == "?":
            return b"\1" if value else b"\0"
        return _pack_float(code, size, value, self._big, self._native)

    def pack(self, *values):
        """The values as bytes."""
        return self._pack(values)

    def pack_into(self, *args):
        """The same, written into a buffer from an offset on."""
        if len(args) - 2 != self._values:
            if len(args) < 2:
                raise error(f"pack_into expected {'offset' if args else 'buffer'} argument")
            raise error(f"pack_into expected {self._values} items for packing (got {len(args) - 2})")
        buffer, offset, *values = args
        buffer = _writable(buffer)
        offset = _index(offset)
        if offset < 0:
            if offset + self.size > 0:
                raise error(f"no space to pack {self.size} bytes at offset {offset}")
            if offset + len(buffer) < 0:
                raise error(f"offset {offset} out of range for {len(buffer)}-byte buffer")
            offset += len(buffer)
        if len(buffer) - offset < self.size:
            raise error(f"pack_into requires a buffer of at least {self.size + offset} bytes for packing "
                        f"{self.size} bytes at offset {offset} (actual buffer size is {len(buffer)})")
        buffer[offset:offset + self.size] = self._pack(tuple(values))

    def _unpack(self, data):
        if (plain := _unpack_plain(self._items, data, self._big, self._values)) is not None:
            return plain
        values = []
        at = 0
        order = "big" if self._big else "little"
        for code, count, size, padding in self._items:
            at += padding
            if code == "x":
                at += count
            elif code == "s":
                values.append(data[at:at + count])
                at += count
            elif code == "p":
                n = min(data[at], count - 1) if count else 0
                values.append(data[at + 1:at + 1 + n])
                at += count
            else:
                for _ in range(count):
                    part = data[at:at + size]
                    at += size
                    if code in _INTS:
                        values.append(int.from_bytes(part, order, signed=code in "bhilqn"))
                    elif code == "c":
                        values.append(part)
                    elif code == "?":
                        values.append(part != b"\0")
                    else:
                        values.append(_float_from_bits(int.from_bytes(part, order), size))
        return tuple(values)

    def unpack(self, buffer, /):
        """The values of exactly as many bytes."""
        data = _as_bytes(buffer)
        if len(data) != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return self._unpack(data)

    def unpack_from(self, buffer, offset=0):
        """The values of the bytes from offset on."""
        data = _as_bytes(buffer)
        offset = _index(offset)
        if offset < 0:
            if offset + self.size > 0:
                raise error(f"not enough data to unpack {self.size} bytes at offset {offset}")
            if offset + len(data) < 0:
                raise error(f"offset {offset} out of range for {len(data)}-byte buffer")
            offset += len(data)
        if len(data) - offset < self.size:
            raise error(f"unpack_from requires a buffer of at least {self.size + offset} bytes for unpacking "
                        f"{self.size} bytes at offset {offset} (actual buffer size is {len(data)})")
        return self._unpack(data[offset:offset + self.size])

    def iter_unpack(self, buffer, /):
        """The values of one stretch of bytes after the other."""
        if self.size == 0:
            raise error("cannot iteratively unpack with a struct of length 0")
        data = _as_bytes(buffer)
        if len(data) % self.size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self.size} bytes")
        return _unpack_iterator(self, data)


def _writable(buffer):
    """The bytes of a buffer, to be written to."""
    view = buffer
    if type(buffer).__name__ not in ("int", "str", "list", "tuple", "NoneType"):
        view = memoryview(buffer)
        if not view.readonly:
            return view.cast("B")
    raise TypeError(f"argument must be read-write bytes-like object, not {type(buffer).__name__}")


_cache = {}


def _struct(format):
    key = type(format), format
    known = _cache.get(key)
    if known is None:
        if len(_cache) >= 100:
            _cache.clear()
        known = _cache[key] = Struct(format)
    return known


def pack(*args):
    """The values as bytes, by a format."""
    if not args:
        raise TypeError("missing format argument")
    return _struct(args[0])._pack(args[1:])


def pack_into(*args):
    """The same, written into a buffer from an offset on."""
    if not args:
        raise TypeError("missing format argument")
    _struct(args[0]).pack_into(*args[1:])


def unpack(format, buffer, /):
    """The values of exactly as many bytes."""
    return _struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    """The values of the bytes from offset on."""
    return _struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    """The values of one stretch of bytes after the other."""
    return _struct(format).iter_unpack(buffer)


def calcsize(format, /):
    """How many bytes the format takes."""
    return _struct(format).size


_builtin_module(globals())
