# Paths as text, and what the file system says of them: os.path.  Every function takes str, bytes or an
# object with __fspath__, and gives back what it was given.

curdir, pardir, extsep, sep, pathsep = ".", "..", ".", "/", ":"
defpath, altsep, devnull = "/bin:/usr/bin", None, "/dev/null"
supports_unicode_filenames = False

import os  # which takes these from here, if it is not there yet
import stat
from posix import fspath
from sys import version_info as _version

__all__ = ["normcase", "isabs", "join", "splitdrive", "split", "splitext", "basename", "dirname", "commonprefix",
           "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount",
           "expanduser", "expandvars", "normpath", "abspath", "samefile", "sameopenfile", "samestat", "curdir",
           "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath",
           "supports_unicode_filenames", "relpath", "commonpath"]


def _marks(path, *texts):
    """The texts as the path has its own: bytes for bytes."""
    return [text.encode() for text in texts] if isinstance(path, bytes) else texts


def _same_kind(function, *paths):
    """TypeError unless all are str, or all are bytes."""
    for path in paths:
        if not isinstance(path, (str, bytes)):
            raise TypeError(f"{function}() argument must be str, bytes, or os.PathLike object, not "
                            f"{type(path).__name__!r}") from None
    if any(isinstance(path, bytes) for path in paths) and any(isinstance(path, str) for path in paths):
        raise TypeError("Can't mix strings and bytes in path components") from None


# ---- text alone ----------------------------------------------------------------------------------

def normcase(s):
    return fspath(s)


def isabs(s):
    s = fspath(s)
    return s.startswith(*_marks(s, "/"))


def join(a, *p):
    a = path = fspath(a)
    slash, = _marks(a, "/")
    try:
        parts = list(map(fspath, p))
    except TypeError:
        parts = p
    _same_kind("join", a, *parts)
    for part in parts:
        if part.startswith(slash):
            path = part
        elif not path or path.endswith(slash):
            path += part
        else:
            path += slash + part
    return path


def split(p):
    p = fspath(p)
    slash, = _marks(p, "/")
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    if head.strip(slash):
        head = head.rstrip(slash)
    return head, tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = fspath(p)
    slash, dot = _marks(p, "/", ".")
    start = p.rfind(slash) + 1
    at = p.rfind(dot)
    if at > start and p[start:at].strip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p):
    p = fspath(p)
    return p[:0], p


if _version >= (3, 12):
    def splitroot(p):
        p = fspath(p)
        slash, = _marks(p, "/")
        slashes = len(p) - len(p.lstrip(slash))
        root = slashes if slashes in (0, 2) else 1
        return p[:0], p[:root], p[root:]

    __all__[3:3] = ["splitroot"]


def normpath(path):
    try:
        path = fspath(path)
    except TypeError:
        if _version < (3, 13):
            raise
        raise TypeError("_path_normpath: path should be string, bytes or os.PathLike, not "
                        f"{type(path).__name__}") from None
    slash, dot, dots = _marks(path, "/", ".", "..")
    if not path:
        return dot
    slashes = len(path) - len(path.lstrip(slash))
    root = slash * (slashes if slashes in (0, 2) else 1)
    parts = []
    for part in path.split(slash):
        if part == dots and parts and parts[-1] != dots:
            parts.pop()
        elif part and part != dot and not (part == dots and root):
            parts.append(part)
    return root + slash.join(parts) or dot


def commonprefix(m):
    """The longest text that all begin with, letter by letter."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(fspath, m))
    least, most = min(m), max(m)  # what these two share, all share that sort between them
    shared = 0
    while shared < len(least) and least[shared] == most[shared]:
        shared += 1
    return least[:shared]


def commonpath(paths):
    """The longest path that all begin with, part by part."""
    paths = tuple(map(fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    _same_kind("commonpath", *paths)
    slash, dot = _marks(paths[0], "/", ".")
    if len({path.startswith(slash) for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths") from None
    split_paths = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    root = slash if paths[0].startswith(slash) else slash[:0]
    return root + slash.join(commonprefix(split_paths))


def relpath(path, start=None):
    path = fspath(path)
    if not path:
        raise ValueError("no path specified")
    slash, dot, dots = _marks(path, "/", ".", "..")
    start = dot if start is None else fspath(start)
    _same_kind("relpath", path, start)
    here = [part for part in abspath(start).split(slash) if part]
    there = [part for part in abspath(path).split(slash) if part]
    shared = len(commonprefix([here, there]))
    return slash.join([dots] * (len(here) - shared) + there[shared:]) or dot


# ---- with the environment and the current folder -------------------------------------------------

def abspath(path):
    path = fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """As abspath(): there are no links."""
    filename = fspath(filename)
    if strict:
        os.stat(filename)
    return abspath(filename)


def expanduser(path):
    path = fspath(path)
    tilde, slash = _marks(path, "~", "/")
    if not path.startswith(tilde):
        return path
    end = path.find(slash)
    user, rest = (path[1:], path[:0]) if end < 0 else (path[1:end], path[end:])
    if user and os.fsdecode(user) != os.getlogin():
        return path
    home = os.environ.get("HOME", "/home/user") if not user else "/home/user"
    if isinstance(path, bytes):
        home = os.fsencode(home)
    return home.rstrip(slash) + rest or slash


def expandvars(path):
    """$name and ${name}; unknown ones stay."""
    import re
    path = fspath(path)

    def value_of(match):
        name = match[1] or match[2]
        found = os.environ.get(os.fsdecode(name))
        return match[0] if found is None else os.fsencode(found) if isinstance(path, bytes) else found

    pattern, = _marks(path, r"\$(?:([A-Za-z0-9_]+)|\{([^}]*)\})")
    return re.sub(pattern, value_of, path)


# ---- with the file system ------------------------------------------------------------------------

def _mode(path):
    """st_mode, or 0 where there is nothing."""
    try:
        return os.stat(path).st_mode
    except (OSError, ValueError):
        return 0


def exists(path):
    return _mode(path) != 0


lexists = exists


def isfile(path):
    return stat.S_ISREG(_mode(path))


def isdir(s):
    return stat.S_ISDIR(_mode(s))


def islink(path):
    fspath(path)
    return False


def ismount(path):
    path = fspath(path)
    return isdir(path) and abspath(path) in ("/", b"/")


def getsize(filename):
    return os.stat(filename).st_size


def getmtime(filename):
    return os.stat(filename).st_mtime


def getatime(filename):
    return os.stat(filename).st_atime


def getctime(filename):
    return os.stat(filename).st_ctime


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    return samestat(os.fstat(fp1), os.fstat(fp2))


if _version >= (3, 12):
    def isjunction(path):
        fspath(path)
        return False

    __all__.append("isjunction")

if _version >= (3, 13):
    def isdevdrive(path):
        fspath(path)
        return False

    __all__.append("isdevdrive")
