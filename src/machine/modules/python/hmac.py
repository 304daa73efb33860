# Digests that only those can make who know a key: RFC 2104.

import hashlib as _hashlib
from secrets import compare_digest
from sys import version_info as _version

digest_size = None
_INNER, _OUTER = bytes(n ^ 0x36 for n in range(256)), bytes(n ^ 0x5c for n in range(256))


class HMAC:
    blocksize = 64

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError("key: expected bytes or bytearray, but got %r" % type(key).__name__)
        if not digestmod:
            what = "argument" if _version >= (3, 13) else "parameter"
            raise TypeError(f"Missing required {what} 'digestmod'.")
        make = digestmod if callable(digestmod) else lambda data=b"": _hashlib.new(_plain(digestmod), data)
        self._outer, self._inner = make(), make()
        self.digest_size, self.block_size = self._inner.digest_size, self._inner.block_size
        key = bytes(key)
        if len(key) > self.block_size:
            key = make(key).digest()
        key = key.ljust(self.block_size, b"\0")
        self._outer.update(key.translate(_OUTER))
        self._inner.update(key.translate(_INNER))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return f"hmac-{self._inner.name}"

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        made = HMAC.__new__(HMAC)
        made.__dict__.update(self.__dict__)
        made._outer, made._inner = self._outer.copy(), self._inner.copy()
        return made

    def digest(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        return self.digest().hex()


def _plain(digestmod):
    return digestmod if isinstance(digestmod, str) else digestmod.__name__.rpartition("_")[2]


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()
