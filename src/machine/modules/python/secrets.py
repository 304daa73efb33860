# Chance for keys and passwords; here it is the same in every run, so use none of them.

import base64 as _base64
from hashlib import sha256 as _sha256
from os import urandom as _urandom
from random import SystemRandom
from _library import builtin as _builtin

__all__ = ["choice", "randbelow", "randbits", "SystemRandom", "token_bytes", "token_hex", "token_urlsafe",
           "compare_digest"]

DEFAULT_ENTROPY = 32
_source = SystemRandom()
randbits, choice = _source.getrandbits, _source.choice


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _source.randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return _urandom(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    return _base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")


@_builtin
def compare_digest(a, b, /):
    """Whether both are equal; how long it takes must not tell where they differ."""
    if isinstance(a, str) and isinstance(b, str):
        if not a.isascii() or not b.isascii():
            raise TypeError("comparing strings with non-ASCII characters is not supported")
    elif isinstance(a, str) or isinstance(b, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return _sha256(_bytes(a)).digest() == _sha256(_bytes(b)).digest()


def _bytes(value):
    return value.encode() if isinstance(value, str) else bytes(value)
