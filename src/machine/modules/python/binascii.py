# binascii: bytes as text, and back.

from _hashlib import crc32 as _crc32
from _library import builtin_module as _builtin_module
from sys import version_info as _version


class Error(ValueError):
    """A text that stands for no bytes."""


class Incomplete(Exception):
    """There is more to come."""


def _bytes(data, text=False):
    if isinstance(data, bytes):
        return data
    if isinstance(data, str) and text:
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode()
    if type(data).__name__ in ("bytearray", "memoryview", "array"):
        if type(data) is memoryview and not data.c_contiguous:
            if text:
                raise TypeError("argument should be bytes, buffer or ASCII string, not 'memoryview'")
            raise BufferError("memoryview: underlying buffer is not C-contiguous")
        return bytes(data)
    if text:
        raise TypeError("argument should be bytes, buffer or ASCII string, not "
                        f"'{type(data).__name__}'")
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")


def hexlify(data, *args, **kw):
    """The bytes as hexadecimal digits."""
    return _bytes(data).hex(*args, **kw).encode()


b2a_hex = hexlify


def unhexlify(hexstr, /):
    """The bytes that hexadecimal digits stand for."""
    text = _bytes(hexstr, True)
    if len(text) % 2:
        raise Error("Odd-length string")
    for c in text:
        if c not in b"0123456789abcdefABCDEF":
            raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text.decode("latin-1"))


a2b_hex = unhexlify
_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {c: i for i, c in enumerate(_ALPHABET)}


def b2a_base64(data, /, *, newline=True):
    """The bytes in base 64."""
    data = _bytes(data)
    out = []
    for i in range(0, len(data), 3):
        part = data[i:i + 3]
        bits = int.from_bytes(part + bytes(3 - len(part)), "big")
        four = [_ALPHABET[bits >> shift & 63] for shift in (18, 12, 6, 0)]
        out.append(bytes(four[:len(part) + 1]) + b"=" * (3 - len(part)))
    return b"".join(out) + (b"\n" if newline else b"")


def a2b_base64(data, /, *, strict_mode=False):
    """The bytes that a text in base 64 stands for."""
    text = _bytes(data, True)
    out = []
    bits = count = pads = 0
    if strict_mode and text[:1] == b"=":
        raise Error("Leading padding not allowed")
    for at, c in enumerate(text):
        if c == 61:
            pads += 1
            if strict_mode and count % 4 == 0 and _version >= (3, 13):
                raise Error("Excess padding not allowed")
            if count % 4 >= 2 and count % 4 + pads >= 4:
                if strict_mode and at + 1 < len(text):
                    raise Error("Excess data after padding")
                break
            continue
        if c not in _VALUES:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and pads:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        bits = bits << 6 | _VALUES[c]
        count += 1
        if count % 4:
            if count % 4 == 1:
                continue
            shift = (count % 4 * 6) % 8
            out.append(bits >> shift & 255)
        else:
            out.append(bits & 255)
            bits = 0
    else:
        if count % 4 == 1:
            raise Error("Invalid base64-encoded string: number of data characters "
                        f"({count}) cannot be 1 more than a multiple of 4")
        if count % 4:
            raise Error("Incorrect padding")
    return bytes(out)


def crc32(data, crc=0, /):
    """The cyclic redundancy check of zip files."""
    return _crc32(_bytes(data), crc & 0xFFFFFFFF)


_builtin_module(globals())
