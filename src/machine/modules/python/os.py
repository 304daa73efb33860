# What a program asks of its operating system.  The calls are those of posix.py; here is what is built
# from them.

import sys
import stat as st
from abc import ABC as _ABC, abstractmethod as _abstractmethod
from posix import (
    DirEntry, EX_OK, F_OK, O_APPEND, O_CREAT, O_EXCL, O_RDONLY, O_RDWR, O_TRUNC, O_WRONLY, R_OK, W_OK, X_OK, _exit,
    access, chdir, chmod, close, cpu_count, fdatasync, fspath, fstat, fsync, ftruncate, get_terminal_size, getcwd, getcwdb,
    getegid, geteuid, getgid, getlogin, getpgid, getpid, getppid, getuid, isatty, listdir, lseek, lstat, mkdir, open,
    read, remove, rename, replace, rmdir, scandir, stat, stat_result, strerror, terminal_size, truncate, umask, uname,
    uname_result, unlink, urandom, utime, write)

name, linesep = "posix", "\n"
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
error = OSError

if sys.version_info >= (3, 13):
    process_cpu_count = cpu_count

import posixpath as path
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep
sys.modules["os.path"] = path

__all__ = ["altsep", "curdir", "pardir", "sep", "pathsep", "linesep", "defpath", "name", "path", "devnull", "SEEK_SET",
           "SEEK_CUR", "SEEK_END", "fsencode", "fsdecode", "get_exec_path", "extsep", "DirEntry", "EX_OK", "F_OK",
           "R_OK", "W_OK", "X_OK", "access", "chdir", "chmod", "cpu_count", "environ", "error", "fspath",
           "get_terminal_size", "getcwd", "getcwdb", "getegid", "geteuid", "getgid", "getlogin", "getpgid", "getpid",
           "getppid", "getuid", "isatty", "listdir", "lstat", "mkdir", "putenv", "remove", "rename", "replace",
           "rmdir", "scandir", "stat", "stat_result", "strerror", "terminal_size", "truncate", "umask", "uname",
           "uname_result", "unlink", "unsetenv", "urandom", "utime", "makedirs", "removedirs", "renames", "walk",
           "getenv", "_exit", "O_APPEND", "O_CREAT", "O_EXCL", "O_RDONLY", "O_RDWR", "O_TRUNC", "O_WRONLY", "close", "fdatasync",
           "fdopen", "fstat", "fsync", "ftruncate", "lseek", "open", "read", "write", "environb", "getenvb", "PathLike"]


class PathLike(_ABC):
    __slots__ = ()

    @_abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is not PathLike:
            return NotImplemented
        for base in subclass.__mro__:
            if "__fspath__" in base.__dict__:
                return base.__dict__["__fspath__"] is not None or NotImplemented
        return NotImplemented

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


def fsencode(filename):
    filename = fspath(filename)
    return filename if isinstance(filename, bytes) else filename.encode("utf-8", "surrogateescape")


def fsdecode(filename):
    filename = fspath(filename)
    return filename if isinstance(filename, str) else filename.decode("utf-8", "surrogateescape")


# ---- the environment -----------------------------------------------------------------------------

from _collections_abc import Mapping, MutableMapping
from _environ import _Environ


def _encode(value):
    if not isinstance(value, str):
        raise TypeError("str expected, not %s" % type(value).__name__)
    return value.encode("utf-8", "surrogateescape")


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError("bytes expected, not %s" % type(value).__name__)
    return value


environ = _Environ({b"HOME": b"/home/user", b"LANG": b"C.UTF-8", b"PATH": b"/usr/local/bin:/usr/bin:/bin",
                    b"USER": b"user"}, _encode, fsdecode)
environb = _Environ(environ._data, _check_bytes, bytes)
supports_bytes_environ = True


def getenv(key, default=None):
    return environ.get(key, default)


def getenvb(key, default=None):
    return environb.get(key, default)


def putenv(name, value, /):
    """Changes what programs that one starts are told: there are none."""


def unsetenv(name, /):
    """As putenv()."""


def get_exec_path(env=None):
    return (environ if env is None else env).get("PATH", defpath).split(pathsep)


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A stream over a descriptor."""
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


# ---- folders within folders ----------------------------------------------------------------------

def _split(name):
    """The folder above and the name in it, also of a path that ends in a slash."""
    above, last = path.split(name)
    return (above, last) if last else path.split(above)


def _folders_above(name):
    above, last = _split(name)
    while above and last:
        yield above
        above, last = path.split(above)


def makedirs(name, mode=0o777, exist_ok=False):
    """mkdir(), for every part that is missing."""
    above, last = _split(name)
    if above and last and not path.exists(above):
        try:
            makedirs(above, exist_ok=exist_ok)
        except FileExistsError:
            pass  # it has been made meanwhile
        if last in (curdir, curdir.encode()):
            return
    try:
        mkdir(name, mode)
    except OSError:
        was_there = exist_ok and path.isdir(name)
        if not was_there:
            raise


def removedirs(name):
    """rmdir(), and then of every folder above that this leaves empty."""
    rmdir(name)
    try:
        for folder in _folders_above(name):
            rmdir(folder)
    except OSError:
        pass  # the first that is not empty


def renames(old, new):
    """rename(), with folders made where it goes, and removed where they are empty now."""
    into, last = path.split(new)
    if into and last and not path.exists(into):
        makedirs(into)
    rename(old, new)
    out_of, last = path.split(old)
    try:
        if out_of and last:
            removedirs(out_of)
    except OSError:
        pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    """(folder, its folders, its files) for every folder in the tree; the list of folders may be changed
    while one goes down."""
    return _walk(fspath(top), topdown, onerror)


def _walk(top, topdown, onerror):
    folders, files = [], []
    try:
        for entry in scandir(top):
            (folders if entry.is_dir() else files).append(entry.name)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    if topdown:
        yield top, folders, files
        for folder in folders:
            yield from _walk(path.join(top, folder), topdown, onerror)
    else:
        for folder in list(folders):
            yield from _walk(path.join(top, folder), topdown, onerror)
        yield top, folders, files
