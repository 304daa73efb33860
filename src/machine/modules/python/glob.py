# Paths that match a pattern, found in the file system: * ? [seq], and ** for any folders.

import os
import re
import fnmatch as _fnmatch
from sys import version_info as _version

__all__ = ["escape", "glob", "iglob"] + (["translate"] if _version >= (3, 13) else [])

_magic = re.compile("[*?[]")


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    root = os.fspath(root_dir) if root_dir is not None else pathname[:0]
    found = _find(root, pathname, recursive, include_hidden, False)
    for path in found:
        if path:  # "**" alone finds the folder itself, too
            yield path


def has_magic(s):
    return _magic.search(os.fsdecode(s)) is not None


def escape(pathname):
    """So that nothing in it is special."""
    mark = (lambda m: b"[" + m[0] + b"]") if isinstance(pathname, bytes) else r"[\g<0>]"
    return re.sub(b"[*?[]" if isinstance(pathname, bytes) else "[*?[]", mark, pathname)


def _find(root, pathname, recursive, hidden, folders_only):
    """Paths relative to the root, in the order of the folders."""
    head, tail = os.path.split(pathname)
    if not has_magic(pathname):
        there = os.path.join(root, pathname)
        if os.path.isdir(there) if not tail else os.path.lexists(there):
            yield pathname
        return
    heads = [head]
    if head and head != pathname and has_magic(head):
        heads = _find(root, head, recursive, hidden, True)
    for folder in heads:
        for name in _names(os.path.join(root, folder), tail, recursive, hidden, folders_only):
            yield os.path.join(folder, name)


def _names(folder, pattern, recursive, hidden, folders_only):
    stars = b"**" if isinstance(pattern, bytes) else "**"
    if recursive and pattern == stars:
        if not folder or os.path.isdir(folder):
            yield pattern[:0]
        yield from _tree(folder, pattern, hidden, folders_only)
    elif not has_magic(pattern):
        there = os.path.join(folder, pattern)
        if os.path.isdir(there) if not pattern else os.path.lexists(there):
            yield pattern
    else:
        names = _list(folder, pattern, folders_only)
        if not hidden and not _is_hidden(pattern):
            names = [name for name in names if not _is_hidden(name)]
        yield from _fnmatch.filter(names, pattern)


def _tree(folder, kind, hidden, folders_only):
    for name in _list(folder, kind, folders_only):
        if hidden or not _is_hidden(name):
            yield name
            for inner in _tree(os.path.join(folder, name) if folder else name, kind, hidden, folders_only):
                yield os.path.join(name, inner)


def _list(folder, kind, folders_only):
    """The names in a folder; none where there is no such folder."""
    try:
        return [os.fsencode(entry.name) if isinstance(kind, bytes) else entry.name
                for entry in os.scandir(folder or ".") if not folders_only or entry.is_dir()]
    except OSError:
        return []


def _is_hidden(name):
    return name[:1] in (".", b".")


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """The pattern of a whole path as a regular expression."""
    from _machine import refuse
    refuse("glob.translate")


if _version < (3, 13):
    del translate
