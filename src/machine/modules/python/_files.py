# The machine's file system: a tree in memory, made anew for every run.  It holds the folder of the
# program with the program's own file in it, /home/user and /tmp; nothing leads to the host's files.
#
# Paths are looked up part by part from "/" or from the current folder.  There are no links, so that
# the path of a folder is also what remains when all its ".." are worked out.

from _machine import file_time, refuse, script, source_text
from errno import (_texts, EBADF, EEXIST, EINVAL, EISDIR, ENAMETOOLONG, ENOENT, ENOTDIR, ENOTEMPTY)

FOLDER, REGULAR = 0o040000, 0o100000
LONGEST_NAME = 255
USER, HOME = "user", "/home/user"


class Node:
    """A file or a folder.  Its number, as `ls -i` shows it, is never given twice."""

    __slots__ = ("number", "mode", "accessed", "modified", "changed")
    numbers = 2

    def __init__(self, mode):
        self.number = Node.numbers
        Node.numbers += 1
        self.mode = mode
        self.accessed = self.modified = self.changed = file_time()

    def touch(self):
        self.modified = self.changed = file_time()


class File(Node):
    """What has been written, in pieces."""

    __slots__ = ("chunks",)

    def __init__(self, mode=REGULAR | 0o644):
        super().__init__(mode)
        self.chunks = []

    def content(self):
        if len(self.chunks) > 1:
            self.chunks = [b"".join(self.chunks)]
        return self.chunks[0] if self.chunks else b""

    def size(self):
        return sum(map(len, self.chunks))


class Folder(Node):
    """Names, in the order in which they came, and what they stand for."""

    __slots__ = ("parent", "entries")

    def __init__(self, parent=None):
        super().__init__(FOLDER | 0o755)
        self.parent = parent or self
        self.entries = {}

    def size(self):
        return 4096

    def put(self, name, node):
        self.entries[name] = node
        if isinstance(node, Folder):
            node.parent = self
        self.touch()

    def drop(self, name):
        del self.entries[name]
        self.touch()

    def path(self):
        """Where it is; None if it has been removed."""
        parts, at = [], self
        while at is not root:
            name = next((name for name, node in at.parent.entries.items() if node is at), None)
            if name is None:
                return None
            parts.append(name)
            at = at.parent
        return "/" + "/".join(reversed(parts))


def fail(number, *names):
    """Raises the OSError of that number; one name or two, as the caller gave them."""
    if len(names) == 2:
        raise OSError(number, _texts[number], names[0], None, names[1])
    raise OSError(number, _texts[number], *names)


# ---- looking up ----------------------------------------------------------------------------------

def walk(path, *names):
    """(folder, last part): where a path ends.  The last part is "" for "/", and may be ".." or "."."""
    if not path:
        fail(ENOENT, *names)
    at = root if path.startswith("/") else current
    if at is not root and at.path() is None:
        fail(ENOENT, *names)
    parts = [part for part in path.split("/") if part]
    for part in parts[:-1]:
        at = step(at, part)
        if not isinstance(at, Folder):
            fail(ENOENT if at is None else ENOTDIR, *names)
    if parts and len(parts[-1].encode("utf-8", "surrogateescape")) > LONGEST_NAME:
        fail(ENAMETOOLONG, *names)
    return at, parts[-1] if parts else ""


def step(folder, part):
    if part in ("", "."):
        return folder
    return folder.parent if part == ".." else folder.entries.get(part)


def look_up(path, *names):
    """The file or folder, or None where only the last part is missing."""
    folder, last = walk(path, *names)
    node = step(folder, last)
    if path.endswith("/") and isinstance(node, File):
        fail(ENOTDIR, *names)
    return node


def find(path, *names):
    node = look_up(path, *names)
    if node is None:
        fail(ENOENT, *names)
    return node


def find_folder(path, *names):
    node = find(path, *names)
    if not isinstance(node, Folder):
        fail(ENOTDIR, *names)
    return node


def open_file(path, name, create, exclusive=False):
    """The file for a stream; made if it is missing and `create` is true."""
    node = look_up(path, name)
    if node is None:
        if not create:
            fail(ENOENT, name)
        if path.endswith("/"):
            fail(EISDIR, name)
        folder, last = walk(path, name)
        node = File()
        folder.put(last, node)
        return node
    if exclusive:
        fail(EEXIST, name)
    if isinstance(node, Folder):
        fail(EISDIR, name)
    return node


# ---- descriptors ---------------------------------------------------------------------------------

class Opening:
    """An open file: which, where in it one is, and what may be done."""

    __slots__ = ("file", "at", "reads", "writes", "appends")

    def __init__(self, file, reads, writes, appends=False):
        self.file, self.reads, self.writes, self.appends = file, reads, writes, appends
        self.at = file.size() if appends else 0

    def read(self, size):
        content = self.file.content()
        out = content[self.at:] if size < 0 else content[self.at:self.at + size]
        self.at += len(out)
        return out

    def write(self, data):
        file = self.file
        size = file.size()
        if self.appends:
            self.at = size
        if self.at == size:
            file.chunks.append(data)
        else:
            content = file.content()
            content += bytes(max(self.at - size, 0))
            file.chunks = [content[:self.at] + data + content[self.at + len(data):]]
        self.at += len(data)
        file.touch()
        return len(data)

    def seek(self, offset, whence):
        base = {0: 0, 1: self.at, 2: self.file.size()}.get(whence)
        if base is None or base + offset < 0:
            fail(EINVAL)
        self.at = base + offset
        return self.at

    def truncate(self, size):
        content = self.file.content()
        self.file.touch()
        self.file.chunks = [content[:size] + bytes(max(size - len(content), 0))]


openings = {}  # by descriptor; 0, 1 and 2 are the standard streams


def new_descriptor(opening):
    """The lowest number that is free."""
    number = 3
    while number in openings:
        number += 1
    openings[number] = opening
    return number


def close_descriptor(number):
    openings.pop(number, None)


def opening_of(number):
    if number not in openings:
        fail(EBADF)
    return openings[number]


# ---- changing ------------------------------------------------------------------------------------

def make_folder(path, mode, name):
    if look_up(path, name) is not None:
        fail(EEXIST, name)
    folder, last = walk(path, name)
    new = Folder(folder)
    new.mode = FOLDER | mode & 0o7777 & ~umask
    folder.put(last, new)


def remove_file(path, name):
    if isinstance(find(path, name), Folder):
        fail(EISDIR, name)
    folder, last = walk(path, name)
    folder.drop(last)


def remove_folder(path, name):
    node = find_folder(path, name)
    folder, last = walk(path, name)
    if last == ".":
        fail(EINVAL, name)
    if node.entries or last == "..":
        fail(ENOTEMPTY, name)
    folder.drop(last)


def _contains(folder, node):
    while node is not folder and node is not root:
        node = node.parent
    return node is folder


def move(path, new_path, name, new_name):
    """rename(2): what is there already gives way, if it is of the same kind and, a folder, empty."""
    names = name, new_name
    node, there = find(path, *names), look_up(new_path, *names)
    folder, last = walk(path, *names)
    new_folder, new_last = walk(new_path, *names)
    if there is node:
        return
    if isinstance(node, Folder):
        if there is not None and not isinstance(there, Folder):
            fail(ENOTDIR, *names)
        if _contains(node, new_folder):
            fail(EINVAL, *names)
        if there is not None and there.entries:
            fail(ENOTEMPTY, *names)
    elif isinstance(there, Folder):
        fail(EISDIR, *names)
    elif new_path.endswith("/"):
        fail(ENOTDIR, *names)
    folder.drop(last)
    new_folder.put(new_last, node)


def enter(path, name):
    global current
    current = find_folder(path, name)


def set_umask(mask):
    global umask
    old, umask = umask, mask & 0o777
    return old


# ---- the beginning -------------------------------------------------------------------------------

root = current = Folder()
umask = 0o022


def _folders(path):
    at = root
    for part in path.split("/"):
        if part and part not in at.entries:
            at.put(part, Folder(at))
        at = step(at, part)
    return at


def _begin():
    """The program's file lies where it was started from; the rest of its command line tells in which
    folder."""
    argument, path = script()
    for folder in (HOME, "/tmp"):
        _folders(folder)
    if argument == "-c" or not path or path.startswith("<"):
        return _folders(HOME)
    folder, slash, name = path.rpartition("/")
    place = _folders(folder)
    if name and name not in place.entries:
        file = File()
        file.chunks = [source_text("__main__").encode("utf-8", "surrogateescape")]
        place.put(name, file)
    if argument.startswith("/") or not path.endswith("/" + argument):
        return place
    return _folders(path[:-len(argument)])


current = _begin()
