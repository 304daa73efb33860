# The bytes under the standard streams.
#
# The machine's own streams are of text; these stand on them.  What is written must be UTF-8, since that is
# what the machine shows.

from _library import named_with_module as _named
from _machine import refuse
from io._base import bytes_of, index_of
from io._bytes import BufferedReader, BufferedWriter


class _Standard:
    """What both kinds have; `stream` is sys.stdin, sys.stdout or sys.stderr."""

    closed = False

    def __init__(self, stream):
        self._stream = stream

    def __repr__(self):
        return f"<_io.{type(self).__mro__[2].__name__} name={self.name!r}>"

    name = property(lambda self: self._stream.name)
    mode = property(lambda self: self._stream.mode + "b")

    @property
    def raw(self):
        refuse("the raw stream under a standard stream")

    def fileno(self):
        return self._stream.fileno()

    def isatty(self):
        return self._stream.isatty()

    def close(self):
        if not self.closed:
            self.flush()
            self.closed = True

    def flush(self):
        self._stream.flush()

    def seekable(self):
        return False


class _StandardWriter(_Standard, BufferedWriter):
    def writable(self):
        return True

    def readable(self):
        return False

    def write(self, data, /):
        if self.closed:
            raise ValueError("write to closed file")
        data = bytes_of(data)
        try:
            text = data.decode()
        except UnicodeDecodeError:
            refuse("writing bytes that are no UTF-8 to a standard stream")
        self._stream.write(text)
        return len(data)


_StandardWriter.__module__ = "_io"
_StandardWriter.__name__ = _StandardWriter.__qualname__ = "BufferedWriter"
_named(_StandardWriter)


class _StandardReader(_Standard, BufferedReader):
    """Lines of text as bytes; what has been taken too many is kept for the next."""

    def __init__(self, stream):
        super().__init__(stream)
        self._kept = b""

    def readable(self):
        return True

    def writable(self):
        return False

    def read(self, size=-1, /):
        size = -1 if size is None else index_of(size)
        if size < 0:
            data, self._kept = self._kept + self._stream.read().encode(), b""
            return data
        while len(self._kept) < size:
            line = self._stream.readline()
            if not line:
                break
            self._kept += line.encode()
        data, self._kept = self._kept[:size], self._kept[size:]
        return data

    read1 = read

    def readline(self, size=-1, /):
        if not self._kept.endswith(b"\n"):
            self._kept += self._stream.readline().encode()
        end = self._kept.find(b"\n") + 1 or len(self._kept)
        if size is not None and 0 <= size < end:
            end = size
        data, self._kept = self._kept[:end], self._kept[end:]
        return data

    def peek(self, size=0, /):
        refuse("peek() at standard input")

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)


_buffers = {}


def _buffer_of(stream):
    """The one buffer of a stream."""
    if stream.name not in _buffers:
        _buffers[stream.name] = (_StandardReader if stream.name == "<stdin>" else _StandardWriter)(stream)
    return _buffers[stream.name]
