# Streams over the machine's own file system, which is gone when the program ends: the user's files are
# never touched (_files.py).  Layered as CPython's: a TextIOWrapper decodes what a buffered
# stream reads from a FileIO; StringIO and BytesIO stand for themselves.
#
# What is written reaches its file when the stream is flushed or closed, is dropped, or has gathered
# enough: as in CPython, another reader does not see it before.

from io._base import (BLOCK_SIZE as _BLOCK_SIZE, BufferedIOBase, DEFAULT_BUFFER_SIZE, IOBase, RawIOBase, SEEK_CUR,
                      SEEK_END, SEEK_SET, TextIOBase, UnsupportedOperation)
from io._bytes import BufferedRandom, BufferedReader, BufferedWriter, BytesIO, FileIO
from builtins import BlockingIOError
from io._standard import _buffer_of
from _library import builtin_class as _builtin_class, named_with_module as _named
from io._text import StringIO, TextIOWrapper, check_newline as _check_newline


def _parts_of(mode):
    for i, c in enumerate(mode):
        if c not in "rwaxbt+" or c in mode[:i]:
            raise ValueError(f"invalid mode: {mode!r}")
    if "b" in mode and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    if sum(c in mode for c in "rwax") != 1:
        raise ValueError("must have exactly one of create/read/write/append mode"
                         if sum(c in mode for c in "rwax") > 1 else
                         "Must have exactly one of create/read/write/append mode and at most one plus")


def _open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
         opener=None):
    if not isinstance(file, (str, bytes, int)) and not hasattr(file, "__fspath__"):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
    if hasattr(file, "__fspath__"):
        file = file.__fspath__()
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    _parts_of(mode)
    binary = "b" in mode
    for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if binary and value is not None:
            raise ValueError(f"binary mode doesn't take {'a' if name == 'newline' else 'an'} {name} argument")
    if buffering == 0 and not binary:
        raise ValueError("can't have unbuffered text I/O")
    if not binary:
        _check_newline(newline)
    raw = FileIO(file, mode.replace("b", "").replace("t", ""), closefd)
    if buffering == 0:
        return raw
    kind = BufferedRandom if "+" in mode else BufferedReader if "r" in mode else BufferedWriter
    buffered = kind(raw, buffering if buffering > 1 else _BLOCK_SIZE)
    if binary:
        return buffered
    text = TextIOWrapper(buffered, encoding, errors, newline, buffering == 1)
    text.mode = mode
    return text


for _type in (IOBase, RawIOBase, BufferedIOBase, TextIOBase, FileIO, BufferedReader, BufferedWriter,
              BufferedRandom, BytesIO, StringIO, TextIOWrapper):
    _type.__module__ = "_io"
    _builtin_class(_named(_type))
del _type


def _startup_exceptions():
    """For __subclasses__() of builtin exceptions."""
    from _startup import made
    return made
