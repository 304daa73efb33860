# What all streams can be asked; most of it they refuse, until a class says otherwise.

from sys import version_info as _version

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
BLOCK_SIZE = 4096  # of the file system: what open() takes for its buffers

CLOSED = "I/O operation on closed file."


class UnsupportedOperation(OSError, ValueError):
    pass


# CPython makes it in C: of a name that is nobody else's.
UnsupportedOperation.__name__ = UnsupportedOperation.__qualname__ = "".join(("Unsupported", "Operation"))


# ---- the bases ----------------------------------------------------------------------------------

class IOBase:
    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def _check_open(self):
        if self.closed:
            raise ValueError(CLOSED)

    closed = False

    def close(self):
        if not self.closed:
            self.flush()
            self.closed = True

    def flush(self):
        self._check_open()

    def seek(self, offset, whence=0, /):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        self._unsupported("truncate")

    def fileno(self):
        self._unsupported("fileno")

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def readline(self, size=-1, /):
        limit = -1 if size is None else index_of(size)
        out = b""
        while limit < 0 or len(out) < limit:
            byte = self.read(1)
            if not byte:
                break
            out += byte
            if byte == b"\n":
                break
        return out

    def readlines(self, hint=-1, /):
        lines, total = [], 0
        if hint is None or hint <= 0:
            lines.extend(self)
            return lines
        for line in self:
            lines.append(line)
            total += len(line)
            if hint <= total:
                break
        return lines

    def writelines(self, lines, /):
        self._check_open()
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exc):
        self.close()


class RawIOBase(IOBase):
    pass


def not_pickled(self, protocol=0, /):
    """__reduce_ex__ of what has a file."""
    kind = type(self).__name__
    if _version >= (3, 12):
        raise TypeError(f"cannot pickle {kind!r} instances")
    raise TypeError(f"cannot pickle '_io.{kind}' object")


class BufferedIOBase(IOBase):
    def read(self, size=-1, /):
        self._unsupported("read")

    def read1(self, size=-1, /):
        self._unsupported("read1")

    def write(self, data, /):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")


class TextIOBase(IOBase):
    encoding = errors = newlines = None

    def read(self, size=-1, /):
        self._unsupported("read")

    def readline(self, size=-1, /):
        self._unsupported("readline")

    def write(self, text, /):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")


def index_of(value):
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"argument should be integer or None, not '{type(value).__name__}'") from None


def writable_view(buffer):
    """For readinto()."""
    try:
        view = memoryview(buffer)
        if not view.readonly:
            return view
    except TypeError:
        pass
    kind = "None" if buffer is None else type(buffer).__name__
    raise TypeError(f"readinto() argument must be read-write bytes-like object, not {kind}")


def bytes_of(data):
    if isinstance(data, str):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    if hasattr(data, "tobytes"):
        return data.tobytes()
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
