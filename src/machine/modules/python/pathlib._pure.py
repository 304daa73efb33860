# Paths as values: cut into parts once, compared and joined without asking any file system.
#
# A path is a drive (Windows only), a root, and names.  "." and doubled slashes vanish; ".." stays, since
# what it means only a file system can say.

import fnmatch
import os
from _collections_abc import Sequence
from sys import version_info as _version


class _Posix:
    """How paths are written on Linux."""

    sep, altsep = "/", ""

    @staticmethod
    def split(text):
        """(drive, root, the rest)"""
        rest = text.lstrip("/")
        slashes = len(text) - len(rest)
        return "", "/" * (slashes if slashes in (0, 2) else 1), rest

    @staticmethod
    def fold(text):
        return text

    @classmethod
    def join(cls, paths):
        """One text: a path with a root forgets all those before it."""
        joined = ""
        for path in paths:
            if path.startswith("/"):
                joined = path
            elif path:
                joined += path if not joined or joined.endswith("/") else "/" + path
        return joined


class _Windows:
    """How paths are written on Windows: C:\\folder\\name, or \\\\server\\share\\name."""

    sep, altsep = "\\", "/"

    @classmethod
    def cut(cls, text):
        """(drive, root, the rest), as far as the slashes alone say."""
        text = text.replace("/", "\\")
        if text[1:2] == ":":
            after = text[2:]
            return text[:2], after[:after.startswith("\\")], after[after.startswith("\\"):]
        if not text.startswith("\\\\"):
            root = text.startswith("\\")
            return "", text[:root], text[root:]
        share = text.find("\\", 8 if text[:8].upper() == "\\\\?\\UNC\\" else 2)
        end = text.find("\\", share + 1) if share >= 0 else -1
        return (text[:end], "\\", text[end + 1:]) if end >= 0 else (text, "", "")

    @classmethod
    def split(cls, text):
        """As cut; a server's share has a root even where none is written."""
        drive, root, rest = cls.cut(text)
        if not root and drive.startswith("\\") and not drive.endswith("\\"):
            parts = drive.split("\\")
            if len(parts) == 6 or len(parts) == 4 and parts[2] not in ("", "?", "."):
                root = "\\"
        return drive, root, rest

    @staticmethod
    def fold(text):
        return text.lower()

    @classmethod
    def join(cls, paths):
        """A path with a root keeps the drive before it; one with another drive forgets everything."""
        drive = root = rest = ""
        for path in paths:
            new_drive, new_root, new_rest = cls.cut(path)
            if new_root:
                drive, root, rest = new_drive or drive, new_root, new_rest
            elif new_drive and new_drive.lower() != drive.lower():
                drive, root, rest = new_drive, new_root, new_rest
            else:
                drive = new_drive or drive
                rest = rest + "\\" * bool(rest and not rest.endswith("\\")) + new_rest
        if rest and not root and drive and drive[-1] not in ":\\":
            root = "\\"
        return drive + root + rest


class _OlderWindows(_Windows):
    """As CPython 3.11 read them."""

    @classmethod
    def cut(cls, text):
        text, prefix = text.replace("/", "\\"), ""
        if text.startswith("\\\\?\\"):
            prefix, text = text[:4], text[4:]
            if text.startswith("UNC\\"):
                prefix, text = prefix + text[:3], "\\" + text[3:]
        if text.startswith("\\\\") and text[2:3] != "\\":
            share = text.find("\\", 2)
            end = text.find("\\", share + 1)
            if share >= 0 and end != share + 1:
                end = len(text) if end < 0 else end
                return prefix + text[bool(prefix):end], "\\", text[end + 1:]
        letter = text[1:2] == ":" and text[0].isascii() and text[0].isalpha()
        drive, text = (text[:2], text[2:]) if letter else ("", text)
        return prefix + drive, text[:text.startswith("\\")], text.lstrip("\\")

    split = cut


def _text_of(argument):
    """A piece of a path, as a str."""
    given = argument
    if not isinstance(argument, str) and hasattr(type(argument), "__fspath__"):
        argument = argument.__fspath__()
    elif _version < (3, 12) and not isinstance(argument, (str, bytes)):
        os.fspath(argument)
    if not isinstance(argument, str):
        if _version < (3, 12):
            raise TypeError("argument should be a str object or an os.PathLike object returning str, not "
                            f"{type(given)!r}")
        raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, not "
                        f"{type(argument).__name__!r}")
    return argument


class _Parents(Sequence):
    """The folders above a path, the nearest first."""

    def __init__(self, path):
        self._path, self._count = path, len(path._names)

    def __len__(self):
        return self._count

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(self._count)))
        if not -self._count <= index < self._count:
            raise IndexError(index)
        return self._path._with_names(self._path._names[:self._count - index % self._count - 1])

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    """PurePath("a", "b/c"): of the kind that this system has."""

    __slots__ = ("_drive", "_root", "_names", "_text", "_hash")
    _flavour = _Posix

    def __new__(cls, *args, **kwargs):
        self = object.__new__(PurePosixPath if cls is PurePath else cls)
        if _version < (3, 12):
            self._parse(args)
        return self

    def __init__(self, *args):
        self._parse(args)

    def _parse(self, args):
        flavour = self._flavour
        if flavour is _OlderWindows and len(args) > 1:
            return self._parse_each(args)
        texts = [_text_of(argument) for argument in args]
        text = texts[0] if len(texts) == 1 else flavour.join(texts)
        self._drive, self._root, rest = flavour.split(text)
        self._names = [name for name in rest.split(flavour.sep) if name and name != "."]
        self._text = self._hash = None

    def _parse_each(self, args):
        """Piece by piece: of a path that has been read, what it was read as."""
        flavour = self._flavour
        drive, root, names = "", "", []
        for argument in args:
            if isinstance(argument, PurePath) and argument._flavour is flavour:
                new_drive, new_root, new_names = argument._drive, argument._root, argument._names
            else:
                new_drive, new_root, rest = flavour.cut(_text_of(argument))
                new_names = [name for name in rest.split(flavour.sep) if name and name != "."]
            if new_root or new_drive and new_drive.lower() != drive.lower():
                drive, root, names = new_drive or drive, new_root, []
            drive = new_drive or drive
            names = names + new_names
        self._drive, self._root, self._names = drive, root, names
        self._text = self._hash = None

    def with_segments(self, *pathsegments):
        """Another path of this kind: what every method that makes paths calls."""
        return type(self)(*pathsegments)

    def _with_names(self, names):
        """The same drive and root, other names."""
        if _version < (3, 12):
            made = object.__new__(type(self))
            made._drive, made._root, made._names = self._drive, self._root, names
            made._text = made._hash = None
            return made
        return self.with_segments(self._join(names))

    def _join(self, names):
        sep = self._flavour.sep
        if not self._drive and not self._root and names and self._flavour.split(names[0])[0]:
            names = ["."] + names  # "c:" is a name here, not a drive
        return self._drive + self._root + sep.join(names) or "."

    # ---- as other values -------------------------------------------------------------------------

    def __str__(self):
        if self._text is None:
            self._text = self._join(self._names)
        return self._text

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self).replace(self._flavour.sep, "/")

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def __reduce__(self):
        return type(self), self.parts

    def as_uri(self):
        from urllib.parse import quote_from_bytes
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        text, prefix = self.as_posix(), "file://"
        if len(self._drive) == 2 and self._drive[1] == ":":
            prefix, text = "file:///" + self._drive, text[2:]
        elif self._drive:
            prefix = "file:"
        return prefix + quote_from_bytes(os.fsencode(text))

    # ---- comparing -------------------------------------------------------------------------------

    def _key(self):
        """What decides about equality, and about order."""
        fold = self._flavour.fold
        if _version < (3, 12):
            anchor = [fold(self._drive + self._root)] if self._drive or self._root else []
            return anchor + [fold(name) for name in self._names]
        return fold(str(self)).split(self._flavour.sep)

    def _comparable(self, other):
        return isinstance(other, PurePath) and self._flavour is other._flavour

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._comparable(other) and self._key() == other._key()

    def __hash__(self):
        if self._hash is None:
            self._hash = hash(tuple(self._key()) if _version < (3, 12) else self._flavour.fold(str(self)))
        return self._hash

    def __lt__(self, other):
        return self._key() < other._key() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._comparable(other) else NotImplemented

    # ---- parts -----------------------------------------------------------------------------------

    @property
    def drive(self):
        return self._drive

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._drive + self._root

    @property
    def parts(self):
        return (self.anchor, *self._names) if self.anchor else tuple(self._names)

    @property
    def name(self):
        return self._names[-1] if self._names else ""

    @property
    def suffix(self):
        name = self.name
        at = name.rfind(".")
        return name[at:] if 0 < at < len(name) - 1 else ""

    @property
    def suffixes(self):
        if self.name.endswith("."):
            return []
        return ["." + suffix for suffix in self.name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        return self.name[:len(self.name) - len(self.suffix)]

    @property
    def parent(self):
        return self._with_names(self._names[:-1]) if self._names else self

    @property
    def parents(self):
        return _Parents(self)

    def is_absolute(self):
        if self._flavour is _Posix:
            return bool(self._root)
        if _version >= (3, 13):
            return str(self)[1:3] == ":\\" or str(self).startswith("\\\\")
        return bool(self._root and self._drive)

    def is_reserved(self):
        if self._flavour is not _Posix:
            from _machine import refuse
            refuse("PureWindowsPath.is_reserved")
        return False

    # ---- changed ---------------------------------------------------------------------------------

    def with_name(self, name):
        flavour = self._flavour
        invalid = not name or flavour.sep in name or (flavour.altsep and flavour.altsep in name) or name == "."
        if invalid and (self._names or _version >= (3, 13)):
            raise ValueError(f"Invalid name {name!r}")
        if not self._names:
            raise ValueError(f"{self!r} has an empty name")
        return self._with_names(self._names[:-1] + [name])

    def with_stem(self, stem):
        if _version >= (3, 13) and self.suffix and not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        flavour = self._flavour
        invalid = suffix and (not suffix.startswith(".") or suffix == ".")
        if flavour.sep in suffix or flavour.altsep and flavour.altsep in suffix:
            invalid = True
        if invalid and (self.name or _version < (3, 13)):
            raise ValueError(f"Invalid suffix {suffix!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.with_name(self.stem + suffix)

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    # ---- relative to others ----------------------------------------------------------------------

    def relative_to(self, other, /, *_deprecated, walk_up=False):
        if _version < (3, 12) and walk_up:
            raise TypeError("PurePath.relative_to() got an unexpected keyword argument 'walk_up'")
        other = self.with_segments(other, *_deprecated)
        fold = self._flavour.fold
        same_anchor = fold(self.anchor) == fold(other.anchor)
        for step in range(len(other._names) + 1):
            base = other._names[:len(other._names) - step]
            if same_anchor and [fold(n) for n in self._names[:len(base)]] == [fold(n) for n in base]:
                break
            if not walk_up:
                raise ValueError(self._not_within(other))
            if other._names[len(base) - 1:len(base)] == [".."]:
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self.with_segments(self._flavour.sep.join([".."] * step + self._names[len(base):]))

    def _not_within(self, other):
        text = f"{str(self)!r} is not in the subpath of {str(other)!r}"
        if _version < (3, 12):
            text += " OR one path is relative and the other is absolute."
        return text

    def is_relative_to(self, other, /, *_deprecated):
        other = self.with_segments(other, *_deprecated)
        return other == self or other in self.parents

    # ---- patterns --------------------------------------------------------------------------------

    def _pattern(self, path_pattern):
        return path_pattern if isinstance(path_pattern, PurePath) else self.with_segments(path_pattern)

    def match(self, path_pattern, *, case_sensitive=None):
        """Does it end as the pattern says?  From the right, name by name."""
        pattern = self._pattern(path_pattern)
        if not pattern.parts:
            raise ValueError("empty pattern")
        mine, wanted = self.parts, pattern.parts
        if len(wanted) > len(mine) or (pattern.anchor and len(wanted) != len(mine)):
            return False
        fold = self._folding(case_sensitive)
        return all(fnmatch.fnmatchcase(fold(name), fold("*" if one == "**" else one))
                   for name, one in zip(reversed(mine), reversed(wanted)))

    def _folding(self, case_sensitive):
        return self._flavour.fold if case_sensitive is None else str if case_sensitive else str.lower

    if _version >= (3, 13):
        def full_match(self, pattern, *, case_sensitive=None):
            """Is it, from end to end, as the pattern says?  ** stands for any names."""
            fold = self._folding(case_sensitive)
            pattern = self._pattern(pattern)
            return _matches([fold(part) for part in self.parts], [fold(part) for part in pattern.parts])


def _matches(parts, wanted):
    if not wanted:
        return not parts
    if wanted[0] == "**":
        return any(_matches(parts[at:], wanted[1:]) for at in range(len(parts) + 1))
    return bool(parts) and fnmatch.fnmatchcase(parts[0], wanted[0]) and _matches(parts[1:], wanted[1:])


class PurePosixPath(PurePath):
    __slots__ = ()


class PureWindowsPath(PurePath):
    __slots__ = ()
    _flavour = _Windows if _version >= (3, 12) else _OlderWindows


os.PathLike.register(PurePath)
