# base64: bytes as letters and digits (RFC 4648).

import binascii
from binascii import a2b_base64 as _decode, b2a_base64 as _encode

__all__ = ["encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode", "b16encode",
           "b16decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode",
           "urlsafe_b64decode"]


def _ascii(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if isinstance(s, bytes):
        return s
    if type(s).__name__ in ("bytearray", "memoryview", "array"):
        return bytes(s)
    raise TypeError("argument should be a bytes-like object or ASCII string, not %r" % s.__class__.__name__)


def _two(altchars):
    assert len(altchars) == 2, repr(altchars)
    return altchars


def b64encode(s, altchars=None):
    """The bytes in base 64; altchars stand for + and /."""
    text = _encode(s, newline=False)
    return text if altchars is None else text.translate(bytes.maketrans(b"+/", _two(altchars)))


def b64decode(s, altchars=None, validate=False):
    """The bytes that a text in base 64 stands for."""
    text = _ascii(s)
    if altchars is not None:
        text = text.translate(bytes.maketrans(_two(_ascii(altchars)), b"+/"))
    return _decode(text, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    """The same with - and _."""
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(_ascii(s), b"-_")


_ALPHABET32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def b32encode(s):
    """The bytes in base 32."""
    if not isinstance(s, bytes):
        s = bytes(memoryview(s))
    out = []
    for i in range(0, len(s), 5):
        part = s[i:i + 5]
        bits = int.from_bytes(part + bytes(5 - len(part)), "big")
        eight = bytes(_ALPHABET32[bits >> shift & 31] for shift in range(35, -1, -5))
        keep = (len(part) * 8 + 4) // 5
        out.append(eight[:keep] + b"=" * (8 - keep))
    return b"".join(out)


def b32decode(s, casefold=False, map01=None):
    """The bytes that a text in base 32 stands for."""
    s = _ascii(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        s = s.translate(bytes.maketrans(b"01", b"O" + _ascii(map01)))
    if casefold:
        s = s.upper()
    text = s.rstrip(b"=")
    pads = len(s) - len(text)
    out = []
    for i in range(0, len(text), 8):
        bits = 0
        part = text[i:i + 8]
        for c in part:
            value = _ALPHABET32.find(bytes((c,)))
            if value < 0:
                raise binascii.Error("Non-base32 digit found")
            bits = bits << 5 | value
        bits <<= 5 * (8 - len(part))
        out.append(bits.to_bytes(5, "big"))
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    whole = b"".join(out)
    return whole[:len(whole) - (0, 1, 0, 2, 3, 0, 4)[pads]] if pads else whole


def b16encode(s):
    """The bytes as hexadecimal digits, in upper case."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """The bytes that hexadecimal digits stand for."""
    s = _ascii(s)
    if casefold:
        s = s.upper()
    for c in s:
        if c not in b"0123456789ABCDEF":
            raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def encodebytes(s):
    """The bytes in base 64, in lines of 76."""
    if isinstance(s, str):
        raise TypeError("expected bytes-like object, not str")
    s = bytes(s)
    return b"".join(_encode(s[i:i + 57]) for i in range(0, len(s), 57))


def decodebytes(s):
    if isinstance(s, str):
        raise TypeError("expected bytes-like object, not str")
    return _decode(bytes(s))
