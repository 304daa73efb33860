# Streams of characters: in memory, and over streams of bytes.

from _machine import Guard, refuse, uncounted
from io._base import DEFAULT_BUFFER_SIZE, TextIOBase, index_of, not_pickled
from io._bytes import BEFORE_OBJECT, pickled
from sys import version_info as _version

_TEXT_OWN = {"_newline", "_newlines_seen", "_pieces", "_base", "_i", "_end"}


def check_newline(newline, show=str):
    if newline is not None and not isinstance(newline, str):
        raise TypeError(f"illegal newline type: {type(newline).__name__}")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {show(newline)}")


class _TextReader(TextIOBase):
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
    __reduce_ex__ = pickled

    def __sizeof__(self):
        return (184 if _version >= (3, 12) else 136) - BEFORE_OBJECT  # its text is not counted

    def __init__(self, initial_value="", newline="\n"):
        check_newline(newline, repr)
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._newline = newline
        self._newlines_seen = ()
        self._pieces, self._base, self._i = None, "", 0
        if initial_value:
            self.write(initial_value)
            self._i = 0
        elif _version < (3, 12):
            self._pieces, self._end = [], 0

    def _collected(self):
        """What has been written piece by piece."""
        pieces = self._pieces
        return "".join(pieces) if type(pieces) is list else pieces.decode("utf-32-le", "surrogatepass")

    @property
    def _text(self):
        if self._pieces is not None:
            self._base, self._pieces = self._collected(), None
        return self._base

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    @property
    def newlines(self):
        self._check_open()
        return super().newlines

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
        if type(self._pieces) is list:
            text = self._collected()
            self._pieces[:] = (text,)  # the same list still
        else:
            text = self._text
        if self._newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def read(self, size=-1, /):
        self._check_open()
        return self._read(-1 if size is None else index_of(size))

    def readline(self, size=-1, /):
        self._check_open()
        return self._readline(-1 if size is None else index_of(size))

    def __next__(self):
        uncounted()
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
        if not length:
            return 0  # behind the end, too: nothing is filled up
        if not self._newline:
            self._note(text)
        if self._newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif self._newline and self._newline != "\n":
            text = text.replace("\n", self._newline)
        if self._pieces is not None and self._i == self._end:
            self._add_piece(text)
        else:
            content = self._text
            if self._i == len(content):
                self._pieces = bytearray()
                self._add_piece(content)
                self._add_piece(text)
            else:
                content += "\0" * max(self._i - len(content), 0)
                self._base = content[:self._i] + text + content[self._i + len(text):]
        self._i += len(text)
        self._end = self._i
        return length

    def _add_piece(self, text):
        # In a list up to 3.11, as long as nobody reads; otherwise in a buffer, which the collector
        # does not know.
        if type(self._pieces) is list:
            self._pieces.append(text)
        else:
            self._pieces += text.encode("utf-32-le", "surrogatepass")

    def seek(self, pos, whence=0, /):
        self._check_open()
        pos = index_of(pos)
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
        pos = self._i if pos is None else index_of(pos)
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


# Encodings that begin with a mark: what they are behind it.
_BARE = {"utf_16": "utf-16-le", "utf16": "utf-16-le", "utf_32": "utf-32-le", "utf32": "utf-32-le",
         "utf_8_sig": "utf-8"}


class TextIOWrapper(_TextReader):
    __reduce_ex__ = not_pickled

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False,
                 write_through=False):
        check_newline(newline)
        if encoding is None or encoding == "locale":
            encoding = "UTF-8"  # as a locale names it
        "".encode(encoding)
        self.buffer, self.encoding, self.errors = buffer, encoding, errors or "strict"
        self._newline, self.line_buffering = newline, line_buffering
        self.write_through = write_through
        self._text, self._i, self._start, self._told = None, 0, 0, True
        self._bare = _BARE.get(self.encoding.lower().replace("-", "_"), self.encoding)
        self._begun = self._bare == self.encoding
        self._held = _HeldText(buffer)
        self._guard = Guard(self._held.finish)

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
        refuse("TextIOWrapper.detach()")

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
        encoding = self._bare if self._start or not self._i else self.encoding
        return self._start + len(self._text[:self._i].encode(encoding, self.errors))

    def read(self, size=-1, /):
        self._fill()
        return self._read(-1 if size is None else index_of(size))

    def readline(self, size=-1, /):
        self._fill()
        self._told = True
        return self._readline(-1 if size is None else index_of(size))

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
        marked = not self._begun and self.buffer.tell() == 0
        self._begun = True
        self._held.write(text.encode(self.encoding if marked else self._bare, self.errors))
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
        self._begun = cookie or self._bare == self.encoding
        return self.buffer.seek(cookie)

    def truncate(self, size=None, /):
        self.flush()
        if size is None:
            size = self._position()
        return self.buffer.truncate(size)
