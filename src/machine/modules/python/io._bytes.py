# Streams of bytes: over files, with buffers before them, and in memory.

import _files
from _machine import Guard
from io._base import (BufferedIOBase, DEFAULT_BUFFER_SIZE, RawIOBase, UnsupportedOperation, bytes_of, index_of,
                      not_pickled, writable_view)
from _library import index
from sys import getrefcount, getsizeof, version_info as _version


# What getsizeof counts in front of an object of a class in Python.
BEFORE_OBJECT = getsizeof(BufferedIOBase()) - BufferedIOBase().__sizeof__()


class FileIO(RawIOBase):
    __reduce_ex__ = not_pickled

    def __init__(self, file, mode="r", closefd=True, opener=None):
        kinds = [c for c in mode if c in "rwax"]
        if len(kinds) != 1 or mode.count("+") > 1:
            raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
        self.name, kind = file, kinds[0]
        reads, writes = kind == "r" or "+" in mode, kind != "r" or "+" in mode
        if isinstance(file, int):
            self._open, self._number = _files.opening_of(file), file
        else:
            self._open = self._opened(file, kind, reads, writes)
            self._number = _files.new_descriptor(self._open)
        number = self._number
        self._guard = Guard(lambda: _files.close_descriptor(number)) if closefd else None
        self.mode = {"r": "rb", "w": "wb", "a": "ab", "x": "xb"}[kind] + ("+" if "+" in mode else "")
        if kind == "w" and "+" in mode:
            self.mode = "rb+"
        self.closefd = closefd

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _opened(self, file, kind, reads, writes):
        path = file if isinstance(file, str) else file.decode("utf-8", "surrogateescape")
        if "\0" in path:
            raise ValueError("embedded null byte")
        found = _files.open_file(path, file, kind != "r", kind == "x")
        if kind == "w":
            found.chunks = []
            found.touch()
        return _files.Opening(found, reads, writes, kind == "a")

    def __repr__(self):
        if self.closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self.closefd}>"

    def close(self):
        if not self.closed:
            self.closed = True
            if self._guard is not None:
                self._guard.disarm()
                _files.close_descriptor(self._number)

    def readable(self):
        self._check_open()
        return self._open.reads

    def writable(self):
        self._check_open()
        return self._open.writes

    def seekable(self):
        self._check_open()
        return True

    def read(self, size=-1, /):
        self._check_open()
        if not self._open.reads:
            self._unsupported("File not open for reading")
        return self._open.read(-1 if size is None else size)

    def readall(self):
        return self.read()

    def write(self, data, /):
        self._check_open()
        if not self._open.writes:
            self._unsupported("File not open for writing")
        return self._open.write(bytes_of(data))

    def fileno(self):
        self._check_open()
        return self._number

    def seek(self, offset, whence=0, /):
        self._check_open()
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._open.seek(offset, whence)

    def truncate(self, size=None, /):
        self._check_open()
        if not self._open.writes:
            self._unsupported("truncate")
        size = self._open.at if size is None else size
        self._open.truncate(size)
        return size


def _demand(can, what):
    if not can:
        raise UnsupportedOperation(f"File or stream is not {what}.")


class _Held:
    """Bytes on their way to a file: kept until there are too many, or the stream is flushed."""

    __slots__ = ("raw", "pieces", "size", "most")

    def __init__(self, raw, most):
        self.raw, self.pieces, self.size, self.most = raw, [], 0, most

    def write(self, data):
        if self.size + len(data) > self.most:
            self.flush()
        if len(data) > self.most:
            self.raw.write(data)
        else:
            self.pieces.append(data)
            self.size += len(data)

    def flush(self):
        if self.pieces:
            data, self.pieces, self.size = b"".join(self.pieces), [], 0
            self.raw.write(data)


class _Buffered(BufferedIOBase):
    __reduce_ex__ = not_pickled

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self.raw = raw

    def _pass_on(self):
        """What is held reaches the file."""

    def __repr__(self):
        return f"<_io.{type(self).__name__} name={self.name!r}>"

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    @property
    def closed(self):
        return self.raw.closed

    def close(self):
        if not self.closed:
            self._pass_on()
        self.raw.close()

    def fileno(self):
        return self.raw.fileno()

    def flush(self):
        if self.closed:
            raise ValueError("flush of closed file")
        self._pass_on()
        self.raw.flush()

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def seekable(self):
        return self.raw.seekable()

    def seek(self, offset, whence=0, /):
        if self.closed:
            raise ValueError("seek of closed file")
        self._pass_on()
        return self.raw.seek(offset, whence)

    def tell(self):
        self._check_open()
        self._pass_on()
        return self.raw.seek(0, 1)

    def truncate(self, size=None, /):
        self._pass_on()
        return self.raw.truncate(size)


class _Reads(_Buffered):
    def read(self, size=-1, /):
        if self.closed:
            raise ValueError("read of closed file")
        if size is not None and size < -1:
            raise ValueError("read length must be non-negative or -1")
        self._pass_on()
        return self.raw.read(size)

    def read1(self, size=-1, /):
        return self.read(size)

    def peek(self, size=0, /):
        self._pass_on()
        at = self.raw._open.at
        out = self.raw.read(DEFAULT_BUFFER_SIZE)
        self.raw._open.at = at
        return out

    def readinto(self, buffer, /):
        with writable_view(buffer) as view, view.cast("B") as room:
            data = self.read(len(room))
            room[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        if self.closed:
            raise ValueError("readline of closed file")
        self._pass_on()
        raw = self.raw
        content, at = raw._open.file.content(), raw._open.at
        end = content.find(b"\n", at) + 1 or len(content)
        if size is not None and 0 <= size < end - at:
            end = at + size
        return raw.read(max(end - at, 0))

    def __next__(self):
        self._check_open()
        return super().__next__()


class _Writes(_Buffered):
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        _demand(raw.writable(), "writable")
        super().__init__(raw, buffer_size)
        self._held = _Held(raw, buffer_size)
        self._guard = Guard(self._held.flush)

    def _pass_on(self):
        self._held.flush()

    def flush(self):
        """As far as the stream below, which is not flushed itself."""
        if self.closed:
            raise ValueError("flush of closed file")
        self._pass_on()

    def write(self, data, /):
        if self.closed:
            raise ValueError("write to closed file")
        data = bytes_of(data)
        self._held.write(data)
        return len(data)


class BufferedReader(_Reads):
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        _demand(raw.readable(), "readable")
        super().__init__(raw, buffer_size)

    def write(self, data, /):
        self._unsupported("write")


class BufferedWriter(_Writes):
    def read(self, size=-1, /):
        self._unsupported("read")

    def readline(self, size=-1, /):
        self._unsupported("not readable") if self.closed else self._unsupported("readline")

    def __next__(self):
        self._unsupported("readline")


class BufferedRandom(_Reads, _Writes):
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        _demand(raw.seekable(), "seekable")
        _demand(raw.readable(), "readable")
        super().__init__(raw, buffer_size)


def pickled(self, protocol=0, /):
    """__reduce_ex__ of what is in memory: the oldest protocols know no way."""
    if protocol < 2:
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")
    return object.__reduce_ex__(self, protocol)


_BYTES_OWN = {"_data", "_pieces", "_at", "_end", "_memory", "_room", "_lent"}
_HELD_HERE = 4  # by _data, by _lent, by the variable, by who asks


class BytesIO(BufferedIOBase):
    __reduce_ex__ = pickled
    _memory = None  # while somebody looks at it

    # CPython keeps a bytes object with room to grow in; one that it was given, or has handed out, is
    # not its own while somebody else holds it.  Modules/_io/bytesio.c: resize_buffer.

    def __sizeof__(self):
        own = 80 - BEFORE_OBJECT
        lent = self._lent  # short ones are shared by all
        shared = lent is not None and (len(lent) < 2 or getrefcount(lent) > _HELD_HERE)
        return own if self.closed or shared or not self._room else own + getsizeof(b"") + self._room

    def __init__(self, initial_bytes=b""):
        self._data = bytes_of(initial_bytes) if initial_bytes is not None else b""
        self._pieces = self._lent = None
        self._at = self._room = 0
        if type(initial_bytes) is bytes:
            self._lent, self._room = self._data, len(self._data)
        else:
            self._make_room(len(self._data))

    def _make_room(self, size):
        self._lent = None
        room = self._room
        if size > room:
            tight = size < room * 1.125
            self._room = size + (size >> 3) + (3 if size < 9 else 6) if tight else size + 1

    def _hand_out(self, data):
        """All that there is, without a copy."""
        self._lent, self._room = data, len(data)
        return data

    def _content(self):
        if self._pieces is not None:
            self._data, self._pieces = b"".join(self._pieces), None
        if self._memory is not None:
            self._data = bytes(self._memory)
        return self._data

    def _before_change(self):
        """Nobody may look at the memory."""
        if self._memory is None:
            return
        try:
            self._memory.append(0)
        except BufferError:
            raise BufferError("Existing exports of data: object cannot be re-sized") from None
        self._data, self._memory = bytes(self._memory[:-1]), None

    def readlines(self, size=None, /):
        if size is not None and not hasattr(size, "__index__"):
            raise TypeError(f"integer argument expected, got '{type(size).__name__}'")
        return BufferedIOBase.readlines(self, size)

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def flush(self):
        self._check_open()

    def close(self):
        self._before_change()
        self.closed = True
        self._data, self._pieces, self._lent = b"", None, None

    def getvalue(self):
        self._check_open()
        return self._hand_out(self._content())

    def getbuffer(self, /, *args, **kw):
        if args or (kw and _version[:2] != (3, 12)):
            raise TypeError("getbuffer() takes no arguments" if _version >= (3, 12) else "BytesIO.getbuffer() takes no "
                            + ("keyword arguments" if kw else f"arguments ({len(args)} given)"))
        self._check_open()
        if self._memory is None:
            self._memory = bytearray(self._content())
            self._lent = None
        return memoryview(self._memory)

    def __getstate__(self):
        own = {name: value for name, value in self.__dict__.items() if name not in _BYTES_OWN}
        return self.getvalue(), self._at, own or None

    def __setstate__(self, state):
        data, self._at, own = state
        self._data, self._pieces = bytes_of(data), None
        self._make_room(len(self._data))
        self.__dict__.update(own or {})

    def read(self, size=-1, /):
        self._check_open()
        content = self._content()
        size = -1 if size is None else index_of(size)
        out = content[self._at:] if size < 0 else content[self._at:self._at + size]
        self._at += len(out)
        return self._hand_out(out) if out is content and len(out) == self._room > 1 else out

    read1 = read

    def readinto(self, buffer, /):
        with writable_view(buffer) as view, view.cast("B") as room:
            data = self.read(len(room))
            room[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        self._check_open()
        size = -1 if size is None else index_of(size)
        content = self._content()
        end = content.find(b"\n", self._at) + 1 or len(content)
        if 0 <= size < end - self._at:
            end = self._at + size
        out = content[self._at:end]
        self._at += len(out)
        return out

    def write(self, data, /):
        self._check_open()
        self._before_change()
        data = bytes_of(data)
        if not data:
            return 0  # behind the end, too: nothing is filled up
        size = len(self._data) if self._pieces is None else self._at
        if self._pieces is not None and self._at == self._end:
            self._pieces.append(data)
        else:
            content = self._content()
            size = len(content)
            if self._at == size:
                self._pieces = [content, data]
            else:
                content += bytes(max(self._at - size, 0))
                self._data = content[:self._at] + data + content[self._at + len(data):]
        self._at += len(data)
        self._end = self._at
        self._make_room(self._at)
        return len(data)

    def seek(self, offset, whence=0, /):
        offset = index(offset)
        self._check_open()
        if whence == 0 and offset < 0:
            raise ValueError(f"negative seek value {offset}")
        base = {0: 0, 1: self._at, 2: len(self._content())}.get(whence)
        if base is None:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        self._content()
        self._at = max(0, base + offset)
        return self._at

    def tell(self):
        self._check_open()
        return self._at

    def truncate(self, size=None, /):
        self._check_open()
        size = self._at if size is None else index_of(size)
        if size < 0:
            raise ValueError(f"negative size value {size}")
        self._before_change()
        content = self._content()
        if size < len(content):
            self._data, self._lent = content[:size], None
            if size < self._room // 2:
                self._room = size + 1
        return size
