# base64: bytes as letters and digits (RFC 4648).

import binascii
import struct
from binascii import a2b_base64 as _decode, b2a_base64 as _encode
from sys import version_info as _version

__all__ = ["encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode", "b16encode",
           "b16decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode",
           "urlsafe_b64decode", "b32hexencode", "b32hexdecode", "a85encode", "a85decode", "b85encode", "b85decode"]
if _version >= (3, 13):
    __all__ += ["z85encode", "z85decode"]


def _ascii(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r"
                        % s.__class__.__name__) from None


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
_HEX32 = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _encode32(alphabet, s):
    if not isinstance(s, bytes):
        s = bytes(memoryview(s))
    out = []
    for i in range(0, len(s), 5):
        part = s[i:i + 5]
        bits = int.from_bytes(part + bytes(5 - len(part)), "big")
        eight = bytes(alphabet[bits >> shift & 31] for shift in range(35, -1, -5))
        keep = (len(part) * 8 + 4) // 5
        out.append(eight[:keep] + b"=" * (8 - keep))
    return b"".join(out)


def b32encode(s):
    """The bytes in base 32."""
    return _encode32(_ALPHABET32, s)


def b32hexencode(s):
    """The same with digits first, whose order is that of the bytes."""
    return _encode32(_HEX32, s)


def _decode32(alphabet, s, casefold=False, map01=None):
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
            value = alphabet.find(bytes((c,)))
            if value < 0:
                raise binascii.Error("Non-base32 digit found")
            bits = bits << 5 | value
        bits <<= 5 * (8 - len(part))
        out.append(bits.to_bytes(5, "big"))
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    whole = b"".join(out)
    return whole[:len(whole) - (0, 1, 0, 2, 3, 0, 4)[pads]] if pads else whole


def b32decode(s, casefold=False, map01=None):
    """The bytes that a text in base 32 stands for."""
    return _decode32(_ALPHABET32, s, casefold, map01)


def b32hexdecode(s, casefold=False):
    return _decode32(_HEX32, s, casefold)


# ---- base 85: four bytes are five digits -----------------------------------------------------------

_ALPHABET85 = (b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~")
_ALPHABETZ85 = (b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#")


def _bytes85(b):
    return b if isinstance(b, (bytes, bytearray)) else memoryview(b).tobytes()


def _five(number, alphabet):
    digits = []
    for _ in range(5):
        number, digit = divmod(number, 85)
        digits.append(alphabet[digit])
    return bytes(reversed(digits))


def _encode85(b, alphabet, pad, short=lambda number: None):
    """short(number): the one letter that stands for it, or None."""
    b = _bytes85(b)
    padding = -len(b) % 4
    b = b + bytes(padding)
    parts = [short(number) or _five(number, alphabet) for number, in struct.iter_unpack(">I", b)]
    if padding and not pad:
        if len(parts[-1]) == 1:
            parts[-1] = alphabet[:1] * 5
        parts[-1] = parts[-1][:-padding]
    return b"".join(parts)


def b85encode(b, pad=False):
    """The bytes in base 85."""
    return _encode85(b, _ALPHABET85, pad)


def b85decode(b, _alphabet=_ALPHABET85, _name="base85"):
    """The bytes that a text in base 85 stands for."""
    b = _ascii(b)
    padding, out = -len(b) % 5, []
    b = b + _alphabet[-1:] * padding
    for i in range(0, len(b), 5):
        number = 0
        for k, c in enumerate(b[i:i + 5]):
            digit = _alphabet.find(bytes((c,)))
            if digit < 0:
                raise ValueError(f"bad {_name} character at position {i + k}")
            number = number * 85 + digit
        if number >> 32:
            raise ValueError(f"{_name} overflow in hunk starting at byte {i}")
        out.append(number.to_bytes(4, "big"))
    whole = b"".join(out)
    return whole[:len(whole) - padding]


if _version >= (3, 13):
    def z85encode(s):
        """The bytes in the base 85 of ZeroMQ."""
        return _encode85(s, _ALPHABETZ85, False)

    def z85decode(s):
        return b85decode(s, _ALPHABETZ85, "z85")


_ASCII85 = bytes(range(33, 118))


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """The bytes in Ascii85: z stands for four zeros, y (if foldspaces) for four blanks."""
    def short(number):
        return b"z" if not number else b"y" if foldspaces and number == 0x20202020 else None

    text = (b"<~" if adobe else b"") + _encode85(b, _ASCII85, pad, short)
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [text[i:i + wrapcol] for i in range(0, len(text), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        text = b"\n".join(lines)
    return text + (b"~>" if adobe else b"")


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """The bytes that a text in Ascii85 stands for."""
    b = _ascii(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2 if b.startswith(b"<~") else 0:-2]
    out, digits = [], []
    for c in b + b"u" * 4:
        if 33 <= c <= 117:
            digits.append(c - 33)
            if len(digits) == 5:
                number = 0
                for digit in digits:
                    number = number * 85 + digit
                if number >> 32:
                    raise ValueError("Ascii85 overflow")
                out.append(number.to_bytes(4, "big"))
                digits.clear()
        elif c == ord("z") or foldspaces and c == ord("y"):
            if digits:
                raise ValueError(f"{c:c} inside Ascii85 5-tuple")
            out.append(b"\0\0\0\0" if c == ord("z") else b"    ")
        elif c not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % c)
    whole = b"".join(out)
    padding = 4 - len(digits)
    return whole[:len(whole) - padding] if padding else whole


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


def _line_bytes(s, text=False):
    try:
        view = memoryview(s)
    except TypeError as e:
        raise TypeError(f"expected bytes-like object, not {type(s).__name__}") from e
    if view.format not in ("c", "b", "B"):
        raise TypeError(f"expected single byte elements, not {view.format!r} from {type(s).__name__}")
    if view.ndim != 1:
        raise TypeError(f"expected 1-D data, not {view.ndim}-D data from {type(s).__name__}")
    return binascii._bytes(s, text) if isinstance(s, memoryview) else bytes(s)


def encodebytes(s):
    """The bytes in base 64, in lines of 76."""
    s = _line_bytes(s)
    return b"".join(_encode(s[i:i + 57]) for i in range(0, len(s), 57))


def decodebytes(s):
    return _decode(_line_bytes(s, True))
