# Files and whole folders: copied, moved, removed.

import os
import stat
import fnmatch as _fnmatch
from sys import version_info as _version

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
           "SpecialFileError", "ignore_patterns", "which", "get_terminal_size", "SameFileError"]

COPY_BUFSIZE = 65536


class Error(OSError):
    pass


class SameFileError(Error):
    pass


class SpecialFileError(OSError):
    pass


class ReadError(OSError):
    pass


class RegistryError(Exception):
    pass


# ---- one file ------------------------------------------------------------------------------------

def copyfileobj(fsrc, fdst, length=0):
    while piece := fsrc.read(length or COPY_BUFSIZE):
        fdst.write(piece)


def _same(src, dst):
    return os.path.exists(src) and os.path.exists(dst) and os.path.samefile(src, dst)


def copyfile(src, dst, *, follow_symlinks=True):
    if _same(src, dst):
        raise SameFileError("{!r} and {!r} are the same file".format(src, dst))
    with open(src, "rb") as source:
        try:
            target = open(dst, "wb")
        except IsADirectoryError as e:
            if os.path.exists(dst):
                raise
            raise FileNotFoundError(f"Directory does not exist: {dst}") from e
        with target:
            copyfileobj(source, target)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    found = os.stat(src)
    os.utime(dst, ns=(found.st_atime_ns, found.st_mtime_ns))
    os.chmod(dst, stat.S_IMODE(found.st_mode))


def _within(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    dst = _within(src, dst)
    copyfile(src, dst)
    copymode(src, dst)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = _within(src, dst)
    copyfile(src, dst)
    copystat(src, dst)
    return dst


# ---- folders -------------------------------------------------------------------------------------

def ignore_patterns(*patterns):
    def _ignore_patterns(path, names):
        ignored = []
        for pattern in patterns:
            ignored.extend(_fnmatch.filter(names, pattern))
        return set(ignored)
    return _ignore_patterns


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    """Copies all that can be copied; what could not is told at the end."""
    entries = list(os.scandir(src))
    ignored = ignore(os.fspath(src), [entry.name for entry in entries]) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for entry in entries:
        if entry.name in ignored:
            continue
        source, target = os.path.join(src, entry.name), os.path.join(dst, entry.name)
        try:
            if entry.is_dir():
                copytree(entry, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(entry, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as why:
            errors.append((source, target, str(why)))
    copystat(src, dst)
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Removes what is in a folder, and then the folder; what fails is told to onexc, or ends it."""
    if _version < (3, 12) and onexc is not None:
        raise TypeError("rmtree() got an unexpected keyword argument 'onexc'")
    if onexc is None:
        onexc = _older_handler(onerror) if onerror is not None else _ignore if ignore_errors else _raise
    _remove_tree(path, onexc)


def _remove_tree(path, onexc):
    try:
        if not os.path.isdir(path) and os.path.exists(path):
            raise NotADirectoryError(20, "Not a directory", path)
        entries = list(os.scandir(path))
    except FileNotFoundError as error:
        return onexc(os.lstat, path, error)
    except OSError as error:
        return onexc(os.scandir, path, error)
    for entry in entries:
        if entry.is_dir():
            _remove_tree(entry.path, onexc)
        else:
            _try(os.unlink, entry.path, onexc)
    _try(os.rmdir, path, onexc)


def _raise(function, path, error):
    raise error


def _ignore(function, path, error):
    pass


def _older_handler(onerror):
    """onerror() takes what sys.exc_info() gave."""
    return lambda function, path, error: onerror(function, path, (type(error), error, error.__traceback__))


def _try(function, path, onexc):
    try:
        function(path)
    except OSError as error:
        onexc(function, path, error)


rmtree.avoids_symlink_attacks = True


def move(src, dst, copy_function=copy2):
    target = dst
    if os.path.isdir(dst):
        if _same(src, dst):
            os.rename(src, dst)
            return None
        target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(target):
            raise Error("Destination path '%s' already exists" % target)
    try:
        os.rename(src, target)
    except OSError:
        if not os.path.isdir(src):
            copy_function(src, target)
            os.unlink(src)
        elif _is_inside(src, dst):
            raise Error("Cannot move a directory '%s' into itself '%s'." % (src, dst))
        else:
            copytree(src, target, copy_function=copy_function, symlinks=True)
            rmtree(src)
    return target


def _is_inside(src, dst):
    src, dst = (os.path.abspath(path).rstrip("/") + "/" for path in (src, dst))
    return dst.startswith(src)


# ---- the rest ------------------------------------------------------------------------------------

def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """Nothing can be run here."""
    if os.path.dirname(cmd):
        return cmd if os.path.isfile(cmd) and os.access(cmd, mode) else None
    for folder in (os.environ.get("PATH", os.defpath) if path is None else path).split(os.pathsep):
        name = os.path.join(folder, cmd)
        if os.path.isfile(name) and os.access(name, mode):
            return name
    return None


def get_terminal_size(fallback=(80, 24)):
    """COLUMNS and LINES, where they are set; there is no terminal to ask."""
    sizes = []
    for name, usual in zip(("COLUMNS", "LINES"), fallback):
        try:
            size = int(os.environ[name])
        except (KeyError, ValueError):
            size = 0
        sizes.append(size if size > 0 else usual)
    return os.terminal_size(sizes)
