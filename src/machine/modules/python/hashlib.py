# hashlib: digests of bytes.  An object keeps what it was given; the digest is made when it is asked for.

from _hashlib import digest as _digest
from _library import builtin as _builtin, builtin_class as _builtin_class, named_with_module as _named
from _machine import untracked as _untracked

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256",
                         "sha3_384", "sha3_512", "shake_128", "shake_256", "blake2b", "blake2s"}
algorithms_available = set(algorithms_guaranteed)
_SIZES = {"md5": (16, 64), "sha1": (20, 64), "sha224": (28, 64), "sha256": (32, 64),
          "sha384": (48, 128), "sha512": (64, 128)}
__all__ = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "new", "algorithms_guaranteed",
           "algorithms_available")


def _bytes(data):
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    if isinstance(data, bytes):
        return data
    if type(data).__name__ in ("bytearray", "memoryview", "array"):
        return bytes(data)
    raise TypeError("object supporting the buffer API required")


@_builtin_class
@_named
class HASH:
    """A digest in the making."""

    __module__ = "_hashlib"
    __slots__ = "name", "_data"

    def __init__(self, name, data):
        self.name = name
        self._data = data

    digest_size = property(lambda self: _SIZES[self.name][0])
    block_size = property(lambda self: _SIZES[self.name][1])

    def update(self, obj, /):
        """Adds bytes."""
        self._data += _bytes(obj)

    def digest(self):
        """The digest of all bytes so far."""
        return _digest(self.name, self._data)

    def hexdigest(self):
        """The same as hexadecimal digits."""
        return self.digest().hex()

    def copy(self):
        """Another object that was given the same."""
        return HASH(self.name, self._data)

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ {id(self):#x}>"


_untracked(HASH, 32)


def new(name, data=b"", *, usedforsecurity=True):
    """A digest by the name of its algorithm."""
    if name.lower() not in _SIZES:
        if name.lower() in ("blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
                            "shake_128", "shake_256", "ripemd160", "sm3"):
            from _machine import refuse
            refuse(f"the digest {name}")
        raise ValueError("unsupported hash type " + name)
    return HASH(name.lower(), _bytes(data))


def _constructor(name):
    def make(string=b"", *, usedforsecurity=True):
        return HASH(name, _bytes(string))
    make.__name__ = make.__qualname__ = "openssl_" + name
    make.__module__ = "_hashlib"
    return _builtin(make)


md5, sha1, sha224, sha256, sha384, sha512 = map(_constructor, _SIZES)
