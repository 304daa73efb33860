# Paths that ask the file system: each method of Path is a call of os in the clothes of an object.

import io
import os
import stat as _stat
from errno import EINVAL
from fnmatch import fnmatchcase as _fnmatchcase
from pathlib._pure import PurePath, PurePosixPath, PureWindowsPath
from sys import version_info as _version
from _machine import refuse as _refuse

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]

if _version >= (3, 13):
    class UnsupportedOperation(NotImplementedError):
        pass

    __all__.insert(0, "UnsupportedOperation")
    _Unsupported = UnsupportedOperation
else:
    _Unsupported = NotImplementedError


class Path(PurePath):
    """Path("a", "b/c"): a path of this system, with its files."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        cls = PosixPath if cls is Path else cls
        if issubclass(cls, WindowsPath):
            raise _Unsupported(f"cannot instantiate {cls.__name__!r} on your system")
        return PurePath.__new__(cls, *args)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(os.path.expanduser("~"))

    # ---- where it is -----------------------------------------------------------------------------

    def absolute(self):
        return self if self.is_absolute() else self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        return self.with_segments(os.path.realpath(self, strict=strict))

    def expanduser(self):
        if self.anchor or not self._names or not self._names[0].startswith("~"):
            return self
        home = os.path.expanduser(self._names[0])
        if home.startswith("~"):
            raise RuntimeError("Could not determine home directory.")
        return self.with_segments(home, *self._names[1:])

    def samefile(self, other_path):
        other = other_path if hasattr(other_path, "stat") else self.with_segments(other_path)
        return os.path.samestat(self.stat(), other.stat())

    # ---- what it is ------------------------------------------------------------------------------

    def stat(self, *, follow_symlinks=True):
        return os.stat(self)

    def lstat(self):
        return os.lstat(self)

    def _mode(self):
        try:
            return os.stat(self).st_mode
        except (OSError, ValueError):
            return 0

    def exists(self, *, follow_symlinks=True):
        return self._mode() != 0

    def is_file(self, *, follow_symlinks=True):
        return _stat.S_ISREG(self._mode())

    def is_dir(self, *, follow_symlinks=True):
        return _stat.S_ISDIR(self._mode())

    def is_mount(self):
        return os.path.ismount(self)

    def _is_no(self):
        return False

    is_symlink = is_socket = is_fifo = is_block_device = is_char_device = _is_no
    if _version >= (3, 12):
        is_junction = _is_no

    # ---- the file's content ----------------------------------------------------------------------

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open("wb") as file:
            return file.write(view)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open("r", encoding=encoding, errors=errors, newline=newline) as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % type(data).__name__)
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, "File exists", str(self))
            os.utime(self)
            return
        self.open("wb").close()

    # ---- the file itself -------------------------------------------------------------------------

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        os.replace(self, target)
        return self.with_segments(target)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            above = self.parent if parents else self
            if above == self:
                raise
            above.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, exist_ok=exist_ok)
        except OSError:
            was_there = exist_ok and self.is_dir()
            if not was_there:
                raise

    # ---- the folder's content --------------------------------------------------------------------

    def iterdir(self):
        if _version >= (3, 13):
            return iter([self / name for name in os.listdir(self)])
        return self._each()

    def _each(self):
        for name in os.listdir(self):
            yield self / name

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        return self._glob(pattern, case_sensitive, False)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        return self._glob(pattern, case_sensitive, True)

    def _glob(self, pattern, case_sensitive, everywhere):
        text = os.fspath(pattern) if _version >= (3, 13) else pattern
        wanted = self.with_segments(text)
        if wanted.anchor:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if not text and not (everywhere and _version >= (3, 12)) or text and not wanted._names and _version >= (3, 13) \
                and not everywhere:
            raise ValueError(f"Unacceptable pattern: {(wanted if _version >= (3, 13) else pattern)!r}")
        names = ["**"] * everywhere + wanted._names
        if _version < (3, 13) and any("**" in name and name != "**" for name in names):
            raise ValueError("Invalid pattern: '**' can only be an entire path component")
        folders = text.endswith("/") or _version < (3, 13) and names[-1:] == ["**"]
        fold = self._folding(case_sensitive)
        found = set()
        for path in _select(self, names, fold, folders):
            if str(path) not in found:
                found.add(str(path))
                yield path

    if _version >= (3, 12):
        def walk(self, top_down=True, on_error=None, follow_symlinks=False):
            """(folder, names of its folders, names of its files), for every folder in the tree."""
            for path, folders, files in os.walk(self, top_down, on_error):
                yield self.with_segments(path), folders, files

    if _version >= (3, 13):
        @classmethod
        def from_uri(cls, uri):
            """The path that a file: URI names."""
            if not uri.startswith("file:"):
                raise ValueError(f"URI does not start with 'file:': {uri!r}")
            text = uri[5:]
            for host in "//", "//localhost":
                if text.startswith(host + "/"):
                    text = text[len(host):]
                    break
            if text.startswith("///") or text[:1] == "/" and text[2:3] in (":", "|", ""):
                text = text[1:]
            if text[1:2] == "|":
                text = f"{text[0]}:{text[2:]}"
            from urllib.parse import unquote
            path = cls(unquote(text))
            if not path.is_absolute():
                raise ValueError(f"URI is not absolute: {uri!r}")
            return path

    # ---- what there is not -----------------------------------------------------------------------

    def owner(self):
        _refuse("pathlib.Path.owner")

    def group(self):
        _refuse("pathlib.Path.group")

    def readlink(self):
        raise OSError(EINVAL, "Invalid argument", str(self))

    def symlink_to(self, target, target_is_directory=False):
        _refuse("pathlib.Path.symlink_to")

    def hardlink_to(self, target):
        _refuse("pathlib.Path.hardlink_to")

    def lchmod(self, mode):
        _refuse("pathlib.Path.lchmod")


def _select(path, names, fold, folders):
    """The paths under a path that the names lead to, in the order of the folders."""
    if not names:
        if not folders or path.is_dir():
            yield path
        return
    name, rest = names[0], names[1:]
    if name == "**":
        if not rest and not folders:
            yield from _tree(path)
            return
        yield from _select(path, rest, fold, folders)
        for folder in _folders(path):
            yield from _select(folder, names, fold, folders)
    elif not any(c in name for c in "*?["):
        inner = path / name
        if inner.exists():
            yield from _select(inner, rest, fold, folders)
    else:
        for inner in _listed(path):
            if _fnmatchcase(fold(inner.name), fold(name)) and (not rest or inner.is_dir()):
                yield from _select(inner, rest, fold, folders)


def _tree(path):
    yield path
    for inner in _listed(path):
        if inner.is_dir():
            yield from _tree(inner)
        else:
            yield inner


def _listed(path):
    try:
        return [path / name for name in os.listdir(path)]
    except OSError:
        return []


def _folders(path):
    return [inner for inner in _listed(path) if inner.is_dir()]


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    __slots__ = ()


if _version >= (3, 13):
    for _name in __all__:
        globals()[_name].__module__ = "pathlib._local"
    del _name
