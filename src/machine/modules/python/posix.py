# The system calls: what a program asks of the machine's file system (_files.py) and of its process.
# Both are the machine's own: one user, one process, nothing to start.

import _files
import _machine
from _files import Folder, fail
from _library import builtin_module as _builtin_module, named_with_module as _named
from sys import version_info as _version

F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
EX_OK = 0


# ---- paths as arguments --------------------------------------------------------------------------

def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    kind = type(path)
    try:
        made = kind.__fspath__(path)
    except AttributeError:
        if hasattr(kind, "__fspath__"):
            raise
        raise TypeError(f"expected str, bytes or os.PathLike object, not {kind.__name__}") from None
    if not isinstance(made, (str, bytes)):
        raise TypeError(f"expected {kind.__name__}.__fspath__() to return str or bytes, not {type(made).__name__}")
    return made


def _text(path, function, argument="path", kinds="string, bytes or os.PathLike"):
    """(the path as a str, the path as errors show it)"""
    if isinstance(path, int) and "integer" in kinds:
        _files.refuse("a file by its descriptor")
    if not isinstance(path, (str, bytes)):
        if not hasattr(type(path), "__fspath__"):
            raise TypeError(f"{function}: {argument} should be {kinds}, not {type(path).__name__}")
        path = fspath(path)
    text = path if isinstance(path, str) else path.decode("utf-8", "surrogateescape")
    if "\0" in text:
        raise ValueError(f"{function}: embedded null character in {argument}" if _version >= (3, 13) else
                         "embedded null byte")
    return text, path


_OR_NUMBER = "string, bytes, os.PathLike or integer"
_OR_NONE = "string, bytes, os.PathLike, integer or None"


def _no_folder_descriptor(**given):
    for name, value in given.items():
        if value is not None:
            _files.refuse(f"the argument {name} of a function of os")


# ---- stat ----------------------------------------------------------------------------------------

_FIELDS = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime",
           "st_ctime")


def _size_without_dict(fields):
    """What __sizeof__ is to say: getsizeof() adds what stands in front of an object."""
    return 24 + 8 * fields - 16 * (_version >= (3, 12))


class stat_result(tuple):
    """Ten integers; times also as floats and in nanoseconds."""

    n_fields, n_sequence_fields, n_unnamed_fields = 19, 10, 3
    __match_args__ = _FIELDS[:7]

    def __new__(cls, sequence, more=None):
        values = tuple(sequence)
        if not 10 <= len(values) <= 19:
            least = "at least 10" if len(values) < 10 else "at most 19"
            raise TypeError(f"os.stat_result() takes an {least}-sequence ({len(values)}-sequence given)")
        self = super().__new__(cls, values[:10])
        self.__dict__.update(zip(_FIELDS, values))
        self.__dict__.update(more or {})
        return self

    def __sizeof__(self):
        return _size_without_dict(19 if _version >= (3, 13) else 10)

    def __repr__(self):
        shown = (f"{name}={value!r}" for name, value in zip(_FIELDS, self))
        return f"os.stat_result({', '.join(shown)})"

    def __setattr__(self, name, value):
        if name.startswith("st_"):
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'os.stat_result' object has no attribute '{name}'")

    def __reduce__(self):
        return stat_result, (tuple(self), dict(self.__dict__))


stat_result.__module__ = "os"
_named(stat_result)


def _result_of(node):
    links = 2 + sum(isinstance(n, Folder) for n in node.entries.values()) if isinstance(node, Folder) else 1
    times = node.accessed, node.modified, node.changed
    values = (node.mode, node.number, 1, links, 1000, 1000, node.size(), *(t // 10**9 for t in times))
    more = {"st_blksize": 4096, "st_blocks": (node.size() + 4095) // 4096 * 8, "st_rdev": 0}
    for name, nanoseconds in zip(("st_atime", "st_mtime", "st_ctime"), times):
        more[name], more[name + "_ns"] = nanoseconds / 1e9, nanoseconds
    return stat_result(values, more)


def stat(path, *, dir_fd=None, follow_symlinks=True):
    _no_folder_descriptor(dir_fd=dir_fd)
    return _result_of(_files.find(*_text(path, "stat", kinds=_OR_NUMBER)))


def lstat(path, *, dir_fd=None):
    _no_folder_descriptor(dir_fd=dir_fd)
    return _result_of(_files.find(*_text(path, "lstat")))


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    _no_folder_descriptor(dir_fd=dir_fd)
    text, _ = _text(path, "access")
    try:
        allowed = _files.find(text, path).mode >> 6
    except OSError:
        return False
    return mode & allowed == mode


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    _no_folder_descriptor(dir_fd=dir_fd)
    node = _files.find(*_text(path, "chmod", kinds=_OR_NUMBER))
    node.mode = node.mode & ~0o7777 | mode & 0o7777


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    _no_folder_descriptor(dir_fd=dir_fd)
    node = _files.find(*_text(path, "utime", kinds=_OR_NUMBER))
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    node.touch()
    if times is not None:
        if not isinstance(times, tuple) or len(times) != 2:
            raise TypeError("utime: 'times' must be either a tuple of two ints or None")
        node.accessed, node.modified = (int(t * 10**9) for t in times)
    elif ns is not None:
        if not isinstance(ns, tuple) or len(ns) != 2:
            raise TypeError("utime: 'ns' must be a tuple of two ints")
        node.accessed, node.modified = ns
    else:
        node.accessed = node.modified


def umask(mask, /):
    return _files.set_umask(mask)


# ---- folders -------------------------------------------------------------------------------------

def getcwd():
    path = _files.current.path()
    if path is None:
        fail(2)
    return path


def getcwdb():
    return getcwd().encode("utf-8", "surrogateescape")


def chdir(path):
    _files.enter(*_text(path, "chdir", kinds=_OR_NUMBER))


def listdir(path=None):
    if path is None:
        path = "."
    text, shown = _text(path, "listdir", kinds=_OR_NONE)
    names = list(_files.find_folder(text, shown).entries)
    if isinstance(shown, bytes):
        return [name.encode("utf-8", "surrogateescape") for name in names]
    return names


class DirEntry:
    """A name in a folder, and what it stood for when the folder was read."""

    __slots__ = ("name", "path", "_node")

    def __new__(cls, *args):
        raise TypeError(f"cannot create '{cls.__module__}.{cls.__name__}' instances")

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def __fspath__(self):
        return self.path

    def is_dir(self, *, follow_symlinks=True):
        return isinstance(self._node, Folder)

    def is_file(self, *, follow_symlinks=True):
        return not isinstance(self._node, Folder)

    def is_symlink(self):
        return False

    def is_junction(self):
        return False

    def inode(self):
        return self._node.number

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


if _version < (3, 12):
    del DirEntry.is_junction


class ScandirIterator:
    __slots__ = ("_entries",)

    def __new__(cls, *args):
        raise TypeError(f"cannot create '{cls.__module__}.{cls.__name__}' instances")

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def _entries_of(folder, base):
    for name, node in list(folder.entries.items()):
        if isinstance(base, bytes):
            name = name.encode("utf-8", "surrogateescape")
        entry = object.__new__(DirEntry)
        slash = name[:0] if base[-1:] in ("/", b"/") else "/" if isinstance(base, str) else b"/"
        entry.name, entry.path, entry._node = name, base + slash + name, node
        yield entry


def scandir(path=None):
    if path is None:
        path = "."
    text, shown = _text(path, "scandir", kinds=_OR_NONE)
    iterator = object.__new__(ScandirIterator)
    iterator._entries = _entries_of(_files.find_folder(text, shown), shown)
    return iterator


def mkdir(path, mode=0o777, *, dir_fd=None):
    _no_folder_descriptor(dir_fd=dir_fd)
    text, shown = _text(path, "mkdir")
    _files.make_folder(text, mode, shown)


def rmdir(path, *, dir_fd=None):
    _no_folder_descriptor(dir_fd=dir_fd)
    _files.remove_folder(*_text(path, "rmdir"))


def remove(path, *, dir_fd=None):
    _no_folder_descriptor(dir_fd=dir_fd)
    _files.remove_file(*_text(path, "remove"))


def unlink(path, *, dir_fd=None):
    _no_folder_descriptor(dir_fd=dir_fd)
    _files.remove_file(*_text(path, "unlink"))


def _move(function, src, dst, given):
    _no_folder_descriptor(**given)
    text, shown = _text(src, function, "src")
    new_text, new_shown = _text(dst, function, "dst")
    _files.move(text, new_text, shown, new_shown)


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _move("rename", src, dst, {"src_dir_fd": src_dir_fd, "dst_dir_fd": dst_dir_fd})


def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _move("replace", src, dst, {"src_dir_fd": src_dir_fd, "dst_dir_fd": dst_dir_fd})


def truncate(path, length):
    text, shown = _text(path, "truncate", kinds=_OR_NUMBER)
    node = _files.find(text, shown)
    if isinstance(node, Folder):
        fail(21, shown)
    content = node.content()
    node.chunks = [content[:length] + bytes(max(length - len(content), 0))]
    node.touch()


# ---- the process ---------------------------------------------------------------------------------

def getpid():
    return 1000


def getppid():
    return 999


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def getlogin():
    return _files.USER


def cpu_count():
    return 1


def getpgid(pid):
    return pid or getpid()


def uname():
    return uname_result(("Linux", "pyviz", "6.1.0", "#1 SMP", "x86_64"))


class uname_result(tuple):
    n_fields = n_sequence_fields = 5
    n_unnamed_fields = 0
    sysname, nodename, release, version, machine = (property(lambda self, i=i: self[i]) for i in range(5))

    def __sizeof__(self):
        return _size_without_dict(5)

    def __repr__(self):
        names = ("sysname", "nodename", "release", "version", "machine")
        return f"posix.uname_result({', '.join(f'{n}={v!r}' for n, v in zip(names, self))})"


def strerror(code, /):
    return _files._texts.get(code, f"Unknown error {code}")


# ---- descriptors ---------------------------------------------------------------------------------

O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 0o100, 0o200, 0o1000, 0o2000


def open(path, flags, mode=0o777, *, dir_fd=None):
    """A descriptor of a file."""
    _no_folder_descriptor(dir_fd=dir_fd)
    text, shown = _text(path, "open")
    file = _files.open_file(text, shown, flags & O_CREAT, flags & O_CREAT and flags & O_EXCL)
    if flags & O_TRUNC:
        file.chunks = []
        file.touch()
    access = flags & 3
    return _files.new_descriptor(_files.Opening(file, access != O_WRONLY, access != O_RDONLY, bool(flags & O_APPEND)))


def close(fd):
    _files.opening_of(fd)
    _files.close_descriptor(fd)


def read(fd, length, /):
    if fd == 0:
        import sys
        return sys.__stdin__.buffer.read(length)
    opening = _files.opening_of(fd)
    if not opening.reads:
        fail(9)
    return opening.read(length)


def write(fd, data, /):
    if fd in (1, 2):
        import sys
        return (sys.__stdout__ if fd == 1 else sys.__stderr__).buffer.write(data)
    opening = _files.opening_of(fd)
    if not opening.writes:
        fail(9)
    return opening.write(bytes(data))


def lseek(fd, position, whence, /):
    return _files.opening_of(fd).seek(position, whence)


def fstat(fd):
    return _result_of(_files.opening_of(fd).file)


def ftruncate(fd, length, /):
    _files.opening_of(fd).truncate(length)


def fsync(fd):
    """There is nothing behind the memory."""
    _files.opening_of(fd)


fdatasync = fsync


def isatty(fd, /):
    return False


def get_terminal_size(fd=1, /):
    fail(25)  # a program's output is no terminal here


def _exit(status):
    _machine.exit_at_once(status)


class terminal_size(tuple):
    n_fields = n_sequence_fields = 2
    n_unnamed_fields = 0
    columns, lines = property(lambda self: self[0]), property(lambda self: self[1])

    def __sizeof__(self):
        return _size_without_dict(2)

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


terminal_size.__module__ = "os"
_named(terminal_size)


# ---- chance --------------------------------------------------------------------------------------

_chance = None


def urandom(size, /):
    """Bytes that look like chance, and are the same in every run."""
    global _chance
    if size < 0:
        raise ValueError("negative argument not allowed")
    if _chance is None:
        from _random import Random
        _chance = Random(getpid())
    return _chance.getrandbits(8 * size).to_bytes(size, "little") if size else b""


_builtin_module(globals())
