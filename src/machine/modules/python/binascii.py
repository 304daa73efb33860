# binascii: bytes as text, and back.

from _binascii import crc32 as _crc32, decode64 as _decode64, encode64 as _encode64
from _library import builtin_module as _builtin_module


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
    expected = "argument should be bytes, buffer or ASCII string" if text else "a bytes-like object is required"
    try:
        view = memoryview(data)
    except TypeError:
        view = None
    if view is not None and view.c_contiguous:
        return view.tobytes()
    if view is not None and not text:
        raise BufferError("memoryview: underlying buffer is not C-contiguous")
    raise TypeError(f"{expected}, not '{type(data).__name__}'")


def hexlify(data, *args, **kw):
    """The bytes as hexadecimal digits."""
    return _bytes(data).hex(*args, **kw).encode()


b2a_hex = hexlify


def unhexlify(hexstr, /):
    """The bytes that hexadecimal digits stand for."""
    text = _bytes(hexstr, True)
    if len(text) % 2:
        raise Error("Odd-length string")
    if text.strip(b"0123456789abcdefABCDEF"):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text.decode("latin-1"))


a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    """The bytes in base 64."""
    text = _encode64(_bytes(data))
    return text + b"\n" if newline else text


def a2b_base64(data, /, *, strict_mode=False):
    """The bytes that a text in base 64 stands for."""
    data = _decode64(_bytes(data, True), bool(strict_mode))
    if isinstance(data, str):
        raise Error(data)
    return data


def crc32(data, crc=0, /):
    """The cyclic redundancy check of zip files."""
    return _crc32(_bytes(data), crc & 0xFFFFFFFF)


_builtin_module(globals())
