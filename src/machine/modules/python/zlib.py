# Checksums.  What zlib makes smaller is not made here.

from binascii import crc32 as _crc32
from _library import builtin_module as _builtin_module
from _machine import refuse as _refuse


class error(Exception):
    pass


error.__module__ = "zlib"


def crc32(data, value=0, /):
    return _crc32(data, value)


def adler32(data, value=1, /):
    low, high = value & 0xffff, value >> 16 & 0xffff
    for byte in bytes(data):
        low = (low + byte) % 65521
        high = (high + low) % 65521
    return high << 16 | low


def compress(data, /, level=-1, wbits=15):
    _refuse("zlib.compress")


def decompress(data, /, wbits=15, bufsize=16384):
    _refuse("zlib.decompress")


_builtin_module(globals())
