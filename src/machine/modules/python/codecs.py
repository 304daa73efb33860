# Encodings as functions: those of str and bytes, and a few from text to text or bytes to bytes.

import base64 as _base64
import io as _io
from _codecs import decode as _decode, encode as _encode
from _library import builtin as _builtin
from _machine import refuse as _refuse
from sys import version_info as _version

BOM_UTF8 = b"\xef\xbb\xbf"
BOM = BOM_LE = BOM_UTF16 = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32 = BOM_UTF32_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = b"\0\0\xfe\xff"

_HALF = "ABCDEFGHIJKLM", "NOPQRSTUVWXYZ"
_rotation = str.maketrans("".join(_HALF) + "".join(_HALF).lower(), "".join(_HALF[::-1]) + "".join(_HALF[::-1]).lower())


def _rotate(text):
    return text.translate(_rotation)


def _hex_decode(data):
    import binascii
    return binascii.unhexlify(data)


# name -> (encode, decode)
_TRANSFORMS = {
    "rot13": (_rotate, _rotate),
    "hex": (lambda data: bytes(data).hex().encode(), _hex_decode),
    "base64": (lambda data: _base64.encodebytes(data), lambda data: _base64.decodebytes(data)),
}
_ALIASES = {"rot_13": "rot13", "hex_codec": "hex", "base64_codec": "base64", "base_64": "base64"}


def _transform(encoding):
    name = encoding.lower().replace("-", "_")
    return _TRANSFORMS.get(_ALIASES.get(name, name))


@_builtin
def encode(obj, encoding="utf-8", errors="strict"):
    found = _transform(encoding)
    return found[0](obj) if found else _encode(obj, encoding, errors)


@_builtin
def decode(obj, encoding="utf-8", errors="strict"):
    found = _transform(encoding)
    if not found and isinstance(obj, str):
        if encoding.lower().replace("-", "_") not in ("unicode_escape", "raw_unicode_escape"):
            text = "a bytes-like object is required, not 'str'"
            if _version < (3, 12):
                text = f"decoding with {encoding!r} codec failed (TypeError: {text})"
            raise TypeError(text)
        obj = obj.encode()
    return found[1](obj) if found else _decode(obj, encoding, errors)


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """As open(), but the ends of lines stay as they are."""
    if encoding is None:
        return _io.open(filename, mode, buffering)
    return _io.open(filename, mode.replace("b", ""), -1, encoding, errors, "")


@_builtin
def lookup(encoding, /):
    if not _transform(encoding):
        "".encode(encoding)
    _refuse("codecs.lookup")


# The functions that say what becomes of what cannot be encoded.

def strict_errors(exception):
    raise exception


def ignore_errors(exception):
    return "", exception.end
