# Streams over the machine's own file system, which is gone when the program ends: the user's files are
# never touched (_files.py).  Layered as CPython's: a TextIOWrapper decodes what a buffered
# stream reads from a FileIO; StringIO and BytesIO stand for themselves.
#
# What is written reaches its file when the stream is flushed or closed, is dropped, or has gathered
# enough: as in CPython, another reader does not see it before.

import _files
from _machine import Guard as _Guard
from sys import version_info as _version

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
_BLOCK_SIZE = 4096  # of the file system: what open() takes for its buffers

_CLOSED = "I/O operation on closed file."


class UnsupportedOperation(OSError, ValueError):
    pass


# ---- the bases ----------------------------------------------------------------------------------

class _IOBase:
    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def _check_open(self):
        if self.closed:
            raise ValueError(_CLOSED)

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
        limit = -1 if size is None else _index(size)
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
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
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


class _RawIOBase(_IOBase):
    pass


def _not_pickled(self, protocol=0, /):
    """__reduce_ex__ of what has a file."""
    kind = type(self).__name__
    if _version >= (3, 12):
        raise TypeError(f"cannot pickle {kind!r} instances")
    raise TypeError(f"cannot pickle '_io.{kind}' object")


class _BufferedIOBase(_IOBase):
    def read(self, size=-1, /):
        self._unsupported("read")

    def read1(self, size=-1, /):
        self._unsupported("read1")

    def write(self, data, /):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")


class _TextIOBase(_IOBase):
    encoding = errors = newlines = None

    def read(self, size=-1, /):
        self._unsupported("read")

    def readline(self, size=-1, /):
        self._unsupported("readline")

    def write(self, text, /):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")


def _index(value):
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"argument should be integer or None, not '{type(value).__name__}'") from None


def _bytes_of(data):
    if isinstance(data, str):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    if hasattr(data, "tobytes"):
        return data.tobytes()
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")


# ---- bytes --------------------------------------------------------------------------------------

class FileIO(_RawIOBase):
    __reduce_ex__ = _not_pickled

    def __init__(self, file, mode="r", closefd=True, opener=None):
        kinds = [c for c in mode if c in "rwax"]
        if len(kinds) != 1 or mode.count("+") > 1:
            raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
        self.name, kind = file, kinds[0]
        if isinstance(file, int):
            _not_simulated("a file by its descriptor")
        path = file if isinstance(file, str) else file.decode("utf-8", "surrogateescape")
        if "\0" in path:
            raise ValueError("embedded null byte")
        found = _files.open_file(path, file, kind != "r", kind == "x")
        if kind == "w":
            found.chunks = []
            found.touch()
        self._file, self._at = found, 0
        self._reads, self._writes = kind == "r" or "+" in mode, kind != "r" or "+" in mode
        self._appends = kind == "a"
        if self._appends:
            self._at = found.size()
        self.mode = {"r": "rb", "w": "wb", "a": "ab", "x": "xb"}[kind] + ("+" if "+" in mode else "")
        if kind == "w" and "+" in mode:
            self.mode = "rb+"
        self.closefd = True

    def __repr__(self):
        if self.closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd=True>"

    def readable(self):
        self._check_open()
        return self._reads

    def writable(self):
        self._check_open()
        return self._writes

    def seekable(self):
        self._check_open()
        return True

    def read(self, size=-1, /):
        self._check_open()
        if not self._reads:
            self._unsupported("File not open for reading")
        content = self._file.content()
        end = len(content) if size is None or size < 0 else self._at + size
        out = content[self._at:end]
        self._at += len(out)
        return out

    def readall(self):
        return self.read()

    def write(self, data, /):
        self._check_open()
        if not self._writes:
            self._unsupported("File not open for writing")
        data, file = _bytes_of(data), self._file
        size = file.size()
        if self._appends:
            self._at = size
        if self._at == size:
            file.chunks.append(data)
        else:
            content = file.content()
            content += bytes(max(self._at - size, 0))
            file.chunks = [content[:self._at] + data + content[self._at + len(data):]]
        self._at += len(data)
        file.touch()
        return len(data)

    def fileno(self):
        self._check_open()
        _not_simulated("the descriptor of a file")

    def seek(self, offset, whence=0, /):
        self._check_open()
        base = {0: 0, 1: self._at, 2: self._file.size()}.get(whence)
        if base is None:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if base + offset < 0:
            raise OSError(22, "Invalid argument")
        self._at = base + offset
        return self._at

    def truncate(self, size=None, /):
        self._check_open()
        if not self._writes:
            self._unsupported("truncate")
        size = self._at if size is None else size
        content = self._file.content()
        self._file.touch()
        self._file.chunks = [content[:size] + bytes(max(size - len(content), 0))]
        return size


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


class _Buffered(_BufferedIOBase):
    __reduce_ex__ = _not_pickled

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
        at = self.raw._at
        out = self.raw.read(DEFAULT_BUFFER_SIZE)
        self.raw._at = at
        return out

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        if self.closed:
            raise ValueError("readline of closed file")
        self._pass_on()
        raw = self.raw
        content = raw._file.content()
        end = content.find(b"\n", raw._at) + 1 or len(content)
        if size is not None and 0 <= size < end - raw._at:
            end = raw._at + size
        return raw.read(max(end - raw._at, 0))

    def __next__(self):
        self._check_open()
        return super().__next__()


class _Writes(_Buffered):
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        super().__init__(raw, buffer_size)
        self._held = _Held(raw, buffer_size)
        self._guard = _Guard(self._held.flush)

    def _pass_on(self):
        self._held.flush()

    def write(self, data, /):
        if self.closed:
            raise ValueError("write to closed file")
        data = _bytes_of(data)
        self._held.write(data)
        return len(data)


class BufferedReader(_Reads):
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
    pass


def _pickled(self, protocol=0, /):
    """__reduce_ex__ of what is in memory: the oldest protocols know no way."""
    if protocol < 2:
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")
    return object.__reduce_ex__(self, protocol)


_BYTES_OWN = {"_data", "_pieces", "_at", "_end"}
_TEXT_OWN = {"_newline", "_newlines_seen", "_pieces", "_base", "_i", "_end"}


class BytesIO(_BufferedIOBase):
    __reduce_ex__ = _pickled

    def __init__(self, initial_bytes=b""):
        self._data = _bytes_of(initial_bytes) if initial_bytes is not None else b""
        self._pieces = None
        self._at = 0

    def _content(self):
        if self._pieces is not None:
            self._data, self._pieces = b"".join(self._pieces), None
        return self._data

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def flush(self):
        self._check_open()

    def close(self):
        self.closed = True
        self._data, self._pieces = b"", None

    def getvalue(self):
        self._check_open()
        return self._content()

    def getbuffer(self):
        _not_simulated("io.BytesIO.getbuffer()")

    def __getstate__(self):
        own = {name: value for name, value in self.__dict__.items() if name not in _BYTES_OWN}
        return self.getvalue(), self._at, own or None

    def __setstate__(self, state):
        data, self._at, own = state
        self._data, self._pieces = _bytes_of(data), None
        self.__dict__.update(own or {})

    def read(self, size=-1, /):
        self._check_open()
        content = self._content()
        size = -1 if size is None else _index(size)
        out = content[self._at:] if size < 0 else content[self._at:self._at + size]
        self._at += len(out)
        return out

    read1 = read

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        self._check_open()
        content = self._content()
        end = content.find(b"\n", self._at) + 1 or len(content)
        if size is not None and 0 <= size < end - self._at:
            end = self._at + size
        out = content[self._at:end]
        self._at += len(out)
        return out

    def write(self, data, /):
        self._check_open()
        data = _bytes_of(data)
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
        return len(data)

    def seek(self, offset, whence=0, /):
        self._check_open()
        offset = _index(offset)
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
        size = self._at if size is None else _index(size)
        if size < 0:
            raise ValueError(f"negative size value {size}")
        self._data = self._content()[:size]
        return size


# ---- text ---------------------------------------------------------------------------------------

def _check_newline(newline, show=str):
    if newline is not None and not isinstance(newline, str):
        raise TypeError(f"illegal newline type: {type(newline).__name__}")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {show(newline)}")


class _TextReader(_TextIOBase):
    """Reads characters from self._text at self._i, by the rules of self._newline."""

    _newlines_seen = ()

    @property
    def newlines(self):
        seen = self._newlines_seen
        return None if not seen else seen[0] if len(seen) == 1 else tuple(
            n for n in ("\r", "\n", "\r\n") if n in seen)

    def _note(self, raw):
        for kind, there in (("\r\n", "\r\n" in raw), ("\r", "\r" in raw.replace("\r\n", "")),
                            ("\n", "\n" in raw.replace("\r\n", ""))):
            if there and kind not in self._newlines_seen:
                self._newlines_seen += (kind,)

    def _translated(self, raw):
        if not self._newline:
            self._note(raw)
        if self._newline is not None:
            return raw
        return raw.replace("\r\n", "\n").replace("\r", "\n") if "\r" in raw else raw

    def _take(self, end):
        raw = self._text[self._i:end]
        self._i = end
        return self._translated(raw)

    def _read(self, size):
        text, start = self._text, self._i
        if size < 0:
            return self._take(len(text)) if start < len(text) else ""
        if self._newline is None and text.find("\r", start, start + size) >= 0:
            at = start
            while size > 0 and at < len(text):
                at += 2 if text.startswith("\r\n", at) else 1
                size -= 1
            return self._take(at)
        return self._take(min(start + size, len(text))) if start < len(text) else ""

    def _line_end(self):
        """Where the line at self._i ends, its newline included."""
        text, start = self._text, self._i
        if self._newline:
            return text.find(self._newline, start) + len(self._newline) \
                if text.find(self._newline, start) >= 0 else len(text)
        end = text.find("\n", start)
        cr = text.find("\r", start, end if end >= 0 else len(text))
        if cr >= 0:
            return cr + 2 if text.startswith("\r\n", cr) else cr + 1
        return end + 1 if end >= 0 else len(text)

    def _readline(self, size):
        if self._i >= len(self._text):
            return ""
        end = self._line_end()
        if 0 <= size < end - self._i:
            return self._take(self._i + size)
        return self._take(end)


class StringIO(_TextReader):
    __reduce_ex__ = _pickled

    def __init__(self, initial_value="", newline="\n"):
        _check_newline(newline, repr)
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._newline = newline
        self._pieces, self._base, self._i = None, "", 0
        if initial_value:
            self.write(initial_value)
            self._i = 0

    @property
    def _text(self):
        if self._pieces is not None:
            self._base, self._pieces = "".join(self._pieces), None
        return self._base

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    @property
    def line_buffering(self):
        self._check_open()
        return False

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def close(self):
        self.closed = True
        self._pieces, self._base = None, ""

    def __getstate__(self):
        own = {name: value for name, value in self.__dict__.items() if name not in _TEXT_OWN}
        return self.getvalue(), self._newline, self._i, own or None

    def __setstate__(self, state):
        text, newline, at, own = state
        self.__init__(text, newline)
        self._i = at
        self.__dict__.update(own or {})

    def getvalue(self):
        self._check_open()
        text = self._text
        if self._newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def read(self, size=-1, /):
        self._check_open()
        return self._read(-1 if size is None else _index(size))

    def readline(self, size=-1, /):
        self._check_open()
        return self._readline(-1 if size is None else _index(size))

    def __next__(self):
        self._check_open()
        line = self._readline(-1)
        if not line:
            raise StopIteration
        return line

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        self._check_open()
        length = len(text)
        if not self._newline:
            self._note(text)
        if self._newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif self._newline and self._newline != "\n":
            text = text.replace("\n", self._newline)
        if self._pieces is not None and self._i == self._end:
            self._pieces.append(text)
        else:
            content = self._text
            if self._i == len(content):
                self._pieces = [content, text]
            else:
                content += "\0" * max(self._i - len(content), 0)
                self._base = content[:self._i] + text + content[self._i + len(text):]
        self._i += len(text)
        self._end = self._i
        return length

    def seek(self, pos, whence=0, /):
        self._check_open()
        pos = _index(pos)
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if pos < 0 and whence == 0:
            raise ValueError(f"Negative seek position {pos}")
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._i = pos if whence == 0 else self._i if whence == 1 else len(self._text)
        return self._i

    def tell(self):
        self._check_open()
        return self._i

    def truncate(self, pos=None, /):
        self._check_open()
        pos = self._i if pos is None else _index(pos)
        if pos < 0:
            raise ValueError(f"Negative size value {pos}")
        self._base = self._text[:pos]
        return pos


class _HeldText:
    """Text on its way to a buffer, already as bytes."""

    __slots__ = ("buffer", "pieces", "size")

    def __init__(self, buffer):
        self.buffer, self.pieces, self.size = buffer, [], 0

    def write(self, data):
        if len(data) >= DEFAULT_BUFFER_SIZE or _version < (3, 13) and self.size + len(data) > DEFAULT_BUFFER_SIZE:
            self.pass_on()
        self.pieces.append(data)
        self.size += len(data)
        if self.size >= DEFAULT_BUFFER_SIZE:
            self.pass_on()

    def pass_on(self):
        if self.pieces:
            data, self.pieces, self.size = b"".join(self.pieces), [], 0
            self.buffer.write(data)

    def finish(self):
        """The stream has been dropped."""
        if not self.buffer.closed:
            self.pass_on()
            self.buffer.close()


class TextIOWrapper(_TextReader):
    __reduce_ex__ = _not_pickled

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False,
                 write_through=False):
        _check_newline(newline)
        if encoding is None or encoding == "locale":
            encoding = "utf-8"
        "".encode(encoding)
        self.buffer, self.encoding, self.errors = buffer, encoding, errors or "strict"
        self._newline, self.line_buffering = newline, line_buffering
        self.write_through = write_through
        self._text, self._i, self._start, self._told = None, 0, 0, True
        self._held = _HeldText(buffer)
        self._guard = _Guard(self._held.finish)

    def __repr__(self):
        parts = []
        for attribute in ("name", "mode"):
            if hasattr(self, attribute):
                parts.append(f" {attribute}={getattr(self, attribute)!r}")
        return f"<_io.TextIOWrapper{''.join(parts)} encoding={self.encoding!r}>"

    @property
    def name(self):
        return self.buffer.name

    @property
    def closed(self):
        return self.buffer.closed

    def close(self):
        if not self.closed:
            self._held.pass_on()
        self.buffer.close()

    def flush(self):
        self._check_open()
        self._held.pass_on()
        self.buffer.flush()

    def fileno(self):
        return self.buffer.fileno()

    def detach(self):
        _not_simulated("TextIOWrapper.detach()")

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def _fill(self):
        self._check_open()
        if not self.buffer.readable():
            self._unsupported("not readable")
        self._held.pass_on()
        if self._text is None:
            self._start = self.buffer.tell()
            self._text, self._i = self.buffer.read().decode(self.encoding, self.errors), 0
        elif self._i >= len(self._text):
            more = self.buffer.read()
            if more:
                self._text += more.decode(self.encoding, self.errors)

    def _position(self):
        if self._text is None:
            return self.buffer.tell()
        return self._start + len(self._text[:self._i].encode(self.encoding, self.errors))

    def read(self, size=-1, /):
        self._fill()
        return self._read(-1 if size is None else _index(size))

    def readline(self, size=-1, /):
        self._fill()
        self._told = True
        return self._readline(-1 if size is None else _index(size))

    def __next__(self):
        self._fill()
        self._told = False
        line = self._readline(-1)
        if not line:
            self._told = True
            raise StopIteration
        return line

    def write(self, text, /):
        self._check_open()
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not self.buffer.writable():
            self._unsupported("not writable")
        self._text = None  # what has been read ahead; the buffer stays behind it
        length = len(text)
        if self._newline and self._newline != "\n":
            text = text.replace("\n", self._newline)
        self._held.write(text.encode(self.encoding, self.errors))
        if self.write_through or self.line_buffering and ("\n" in text or "\r" in text):
            self._held.pass_on()
        if self.line_buffering and ("\n" in text or "\r" in text):
            self.buffer.flush()
        return length

    def tell(self):
        self._check_open()
        if not self._told:
            raise OSError("telling position disabled by next() call")
        self._held.pass_on()
        position = self._position()
        self.buffer.flush()
        return position

    def seek(self, cookie, whence=0, /):
        self._check_open()
        self._held.pass_on()
        if whence == 1:
            if cookie:
                self._unsupported("can't do nonzero cur-relative seeks")
            cookie = self._position()
        elif whence == 2:
            if cookie:
                self._unsupported("can't do nonzero end-relative seeks")
            self._text, self._told = None, True
            return self.buffer.seek(0, 2)
        elif whence != 0:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        self._text, self._told = None, True
        return self.buffer.seek(cookie)

    def truncate(self, size=None, /):
        self.flush()
        if size is None:
            size = self._position()
        return self.buffer.truncate(size)


# ---- open() -------------------------------------------------------------------------------------

def _parts_of(mode):
    for i, c in enumerate(mode):
        if c not in "rwaxbt+" or c in mode[:i]:
            raise ValueError(f"invalid mode: {mode!r}")
    if "b" in mode and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    if sum(c in mode for c in "rwax") != 1:
        raise ValueError("must have exactly one of create/read/write/append mode"
                         if sum(c in mode for c in "rwax") > 1 else
                         "Must have exactly one of create/read/write/append mode and at most one plus")


def _open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
         opener=None):
    if not isinstance(file, (str, bytes, int)) and not hasattr(file, "__fspath__"):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
    if hasattr(file, "__fspath__"):
        file = file.__fspath__()
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    _parts_of(mode)
    binary = "b" in mode
    for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if binary and value is not None:
            raise ValueError(f"binary mode doesn't take {'a' if name == 'newline' else 'an'} {name} argument")
    if buffering == 0 and not binary:
        raise ValueError("can't have unbuffered text I/O")
    if not binary:
        _check_newline(newline)
    raw = FileIO(file, mode.replace("b", "").replace("t", ""))
    if buffering == 0:
        return raw
    kind = BufferedRandom if "+" in mode else BufferedReader if "r" in mode else BufferedWriter
    buffered = kind(raw, buffering if buffering > 1 else _BLOCK_SIZE)
    if binary:
        return buffered
    text = TextIOWrapper(buffered, encoding, errors, newline, buffering == 1)
    text.mode = mode
    return text


IOBase, RawIOBase, BufferedIOBase, TextIOBase = _IOBase, _RawIOBase, _BufferedIOBase, _TextIOBase
for _type in (IOBase, RawIOBase, BufferedIOBase, TextIOBase, FileIO, BufferedReader, BufferedWriter,
              BufferedRandom, BytesIO, StringIO, TextIOWrapper):
    _type.__module__ = "_io"
del _type
