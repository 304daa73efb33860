# Files and folders under names that nobody else has: letters by chance, drawn as CPython draws them.

import io as _io
import os as _os
import shutil as _shutil
from random import Random as _Random
from sys import version_info as _version
from _machine import Guard as _Guard

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp",
           "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = 10000
template = "tmp"
tempdir = None

_chance = None
_chance_of_nameless = _Random(1)


def gettempdir():
    global tempdir
    if tempdir is None:
        _Random()           # CPython draws the name of a file by which it tries the folder
        tempdir = "/tmp"
    return _os.fsdecode(tempdir)


def _letters(chance):
    return "".join(chance.choices("abcdefghijklmnopqrstuvwxyz0123456789_", k=8))


def gettempdirb():
    return _os.fsencode(gettempdir())


def gettempprefix():
    return template


def gettempprefixb():
    return template.encode()


def _new_path(suffix, prefix, folder, chance=None):
    """A path where there is nothing; bytes if one of the three is bytes."""
    given = [part for part in (suffix, prefix, folder) if part is not None]
    if any(isinstance(part, bytes) for part in given):
        if not all(isinstance(part, bytes) for part in given):
            raise TypeError("Can't mix bytes and non-bytes in path components.")
        return _os.fsencode(_new_path(*(part and part.decode() for part in (suffix, prefix, folder)), chance))
    folder = _os.path.abspath(gettempdir() if folder is None else folder)
    global _chance
    if chance is None:
        chance = _chance = _chance or _Random()
    while True:
        path = _os.path.join(folder, (template if prefix is None else prefix) + _letters(chance) + (suffix or ""))
        if not _os.path.exists(path):
            return path


def mktemp(suffix="", prefix=template, dir=None):
    return _new_path(suffix, prefix, dir)


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _new_path(suffix, prefix, dir)
    _os.mkdir(path, 0o700)
    return path


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """(a descriptor, the path)"""
    path = _new_path(suffix, prefix, dir)
    fd = _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL)
    _os.chmod(path, 0o600)
    return fd, path


# ---- files ---------------------------------------------------------------------------------------

class _TemporaryFileWrapper:
    """A file that is removed when it is closed, or dropped."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file, self.name, self.delete = file, name, delete
        self._delete_on_close = delete_on_close
        self._guard = _Guard(lambda: _remove_quietly(name)) if delete else None

    def __getattr__(self, name):
        file = self.__dict__["file"]
        value = getattr(file, name)
        return value

    def __repr__(self):
        return object.__repr__(self)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *exc):
        result = self.file.__exit__(*exc)
        self._remove()
        return result

    def close(self):
        self.file.close()
        if self._delete_on_close:
            self._remove()

    def _remove(self):
        guard, self._guard = self._guard, None
        if guard is not None:
            guard.disarm()
            _os.unlink(self.name)

    def __iter__(self):
        for line in self.file:
            yield line


def _remove_quietly(path):
    try:
        _os.unlink(path)
    except OSError:
        pass


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    if _version < (3, 12) and not delete_on_close:
        raise TypeError("NamedTemporaryFile() got an unexpected keyword argument 'delete_on_close'")
    path = _new_path(suffix, prefix, dir)
    file = open(path, mode, buffering, encoding=encoding, newline=newline, errors=errors)
    _os.chmod(path, 0o600)
    return _TemporaryFileWrapper(file, path, delete, delete_on_close)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    """A file without a name."""
    path = _new_path(suffix, prefix, dir, _chance_of_nameless)
    file = open(path, mode, buffering, encoding=encoding, newline=newline, errors=errors)
    _os.unlink(path)
    return file


class SpooledTemporaryFile:
    """In memory up to a size, which makes no difference here but for what it tells of itself."""

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        self._max_size, self._rolled = max_size, False
        self._file = _io.BytesIO() if "b" in mode else _io.StringIO(newline="\n" if newline is None else newline)
        self._mode, self._arguments = mode, (mode, buffering, encoding, newline, suffix, prefix, dir)

    def rollover(self):
        if self._rolled:
            return
        old, self._file = self._file, TemporaryFile(*self._arguments)
        self._file.write(old.getvalue())
        self._file.seek(old.tell())
        self._rolled = True

    def _check(self):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()

    def write(self, data):
        count = self._file.write(data)
        self._check()
        return count

    def writelines(self, lines):
        self._file.writelines(lines)
        self._check()

    def __getattr__(self, name):
        return getattr(self.__dict__["_file"], name)

    @property
    def mode(self):
        return self._mode

    @property
    def name(self):
        return self._file.name if self._rolled else None

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, *exc):
        self._file.close()

    def __iter__(self):
        return iter(self._file)


class TemporaryDirectory:
    """A folder that is removed, with all that is in it, at the end of a with or when it is dropped."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        if _version < (3, 12) and not delete:
            raise TypeError("TemporaryDirectory.__init__() got an unexpected keyword argument 'delete'")
        self.name = name = mkdtemp(suffix, prefix, dir)
        self._delete = delete
        self._guard = _Guard(lambda: _shutil.rmtree(name, ignore_errors=True)) if delete else None

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *exc):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        guard, self._guard = self._guard, None
        if guard is not None:
            guard.disarm()
        if guard is not None or _os.path.exists(self.name):
            _shutil.rmtree(self.name, ignore_errors=not _os.path.exists(self.name))

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)
