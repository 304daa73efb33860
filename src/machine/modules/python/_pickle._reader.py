# Unpickler: the stack machine that runs a pickle.
#
# The machine itself, with its stack and its memo, is a Reader (modules/pickle_reader.c); here is what
# its rarer instructions do.

import sys
from struct import unpack

import copyreg
from _compat_pickle import IMPORT_MAPPING, NAME_MAPPING
from _library import named_with_module
from _machine import evaluate, refuse
from _pickle._engine import Reader
from _pickle._format import *
from _pickle._format import HIGHEST_PROTOCOL, UnpicklingError, decode_long

_TRUNCATED = "pickle data was truncated"


@named_with_module
class Unpickler:
    """Unpickler(file): load() runs the next pickle of the file."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        if not hasattr(file, "read") or not hasattr(file, "readline"):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._begin(file, None, fix_imports, encoding, errors, buffers)

    def _begin(self, file, data, fix_imports, encoding, errors, buffers):
        if buffers is not None:
            refuse("unpickling with buffers")
        self._file, self._data, self._fix_imports = file, data, fix_imports
        self._encoding, self._errors = encoding, errors
        self._reader = reader = Reader(UnpicklingError)
        self._read, self._line, self._push, self._pop = reader.read, reader.line, reader.push, reader.pop
        self._from_mark, self._recall = reader.from_mark, reader.recall

    @property
    def memo(self):
        refuse("the memo of an Unpickler")

    def load(self):
        if not hasattr(self, "_reader"):
            raise UnpicklingError(f"Unpickler.__init__() was not called by {type(self).__name__}.__init__()")
        self._protocol = 0
        return self._reader.load(self, self._file, self._data)

    def _begin_protocol(self, protocol):
        if protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {protocol}")
        self._protocol = protocol

    def _step(self, letter):
        """An instruction that the reader leaves to us."""
        step = _steps.get(letter)
        if step is None:
            plain = letter.isascii() and letter.decode().isprintable() and letter not in b"'\\"
            shown = letter.decode() if plain else f"\\x{letter[0]:02x}"
            raise UnpicklingError(f"invalid load key, '{shown}'.")
        step(self)

    def _sized(self, format):
        size, = unpack(format, self._read(8 if format == "<Q" else 4 if format in ("<I", "<i") else 1))
        if size > sys.maxsize:
            raise OverflowError("size exceeds system's maximum")
        return self._read(size)

    def _utf8(self, data):
        return data.decode("utf-8", "surrogatepass")

    def _long(self, data):
        return decode_long(data)

    def _remember(self, index):
        if index < 0:
            raise ValueError("negative PUT argument")
        self._reader.remember(index)

    # ---- names -----------------------------------------------------------------------------------

    def find_class(self, module_name, global_name, /):
        if self._protocol < 3 and self._fix_imports:
            if (module_name, global_name) in NAME_MAPPING:
                module_name, global_name = NAME_MAPPING[module_name, global_name]
            else:
                module_name = IMPORT_MAPPING.get(module_name, module_name)
        __import__(module_name)
        module = found = sys.modules[module_name]
        parts = global_name.split(".") if self._protocol >= 4 else [global_name]
        for part in parts:
            if part == "<locals>":
                raise AttributeError(f"Can't get local attribute {global_name!r} on {module!r}")
            try:
                found = getattr(found, part)
            except AttributeError:
                raise AttributeError(f"Can't get attribute {global_name!r} on {module!r}") from None
        return found

    def _persistent(self, name):
        if getattr(self, "persistent_load", None) is None:
            space = " " if sys.version_info >= (3, 12) else "\n"
            raise UnpicklingError(f"A load persistent id instruction was encountered,{space}but no persistent_load "
                                  "function was specified.")
        self._push(self.persistent_load(name))

    def _extension(self, code):
        if code <= 0:
            raise UnpicklingError("EXT specifies code <= 0")
        if code not in copyreg._inverted_registry:
            raise ValueError(f"unregistered extension code {code}")
        self._push(self.find_class(*copyreg._inverted_registry[code]))

    # ---- making ----------------------------------------------------------------------------------

    def _instantiate(self, cls, arguments):
        if not arguments and isinstance(cls, type) and not hasattr(cls, "__getinitargs__"):
            return cls.__new__(cls)
        return cls(*arguments)


# ---- the instructions ----------------------------------------------------------------------------

_steps = {}
_HEXADECIMAL = [b"%c" % digit for digit in b"0123456789abcdefABCDEF"]


def _step(letter):
    def keep(function):
        _steps[letter] = function
        return function
    return keep


# numbers

@_step(INT)
def _int(u):
    line = u._line()
    if not line:
        raise UnpicklingError("pickle data was truncated")
    if line in (b"00", b"01"):
        return u._push(line == b"01")
    try:
        u._push(int(line, 0))
    except ValueError:
        raise ValueError("could not convert string to int") from None


def _number(line, base=10):
    """The int on a line; what is none is shown with its newline, if that is still there."""
    text = line.decode()
    if text == "\n":
        raise UnpicklingError("pickle data was truncated")
    try:
        return int(text, base)
    except ValueError:
        raise ValueError(f"invalid literal for int() with base 10: {text!r}") from None


@_step(LONG)
def _long(u):
    line = u._line()
    u._push(_number(line[:-1] if line.endswith(b"L") else line + b"\n", 0))


_steps[LONG4] = lambda u: u._push(decode_long(u._sized("<i")))
@_step(FLOAT)
def _float(u):
    try:
        u._push(float(u._line()))
    except ValueError:
        raise ValueError("could not convert string to float") from None


# texts and bytes

def _old_text(u, data):
    """A str of Python 2."""
    u._push(data if u._encoding == "bytes" else data.decode(u._encoding, u._errors))


@_step(STRING)
def _string(u):
    data = u._line().rstrip()
    if len(data) < 2 or data[:1] not in (b"'", b'"') or data[-1:] != data[:1]:
        raise UnpicklingError("the STRING opcode argument must be quoted")
    literal = "".join(chr(n) if n < 0x80 else "\\x%02x" % n for n in data)
    _old_text(u, evaluate("b" + literal, {}, {}))


@_step(UNICODE)
def _unicode(u):
    """Latin-1, but for \\u and \\U; a backslash before any other character takes that along."""
    line = u._line()
    text, at = line.decode("latin-1"), 0
    parts = []
    while (found := text.find("\\", at)) >= 0:
        size = {"u": 4, "U": 8}.get(text[found + 1:found + 2], 0)
        parts.append(text[at:found] if size else text[at:found + 2])
        at = found + 2 + size
        if size:
            parts.append(_escaped(line, found, size))
    u._push("".join(parts) + text[at:])


def _escaped(line, start, size):
    """The character that line[start:] spells with so many hexadecimal digits."""
    digits = 0
    while digits < size and line[start + 2 + digits:start + 3 + digits] in _HEXADECIMAL:
        digits += 1
    name = "\\u" + "X" * 4 if size == 4 else "\\U" + "X" * 8
    if digits < size:
        raise UnicodeDecodeError("rawunicodeescape", line, start, start + 2 + digits, f"truncated {name} escape")
    code = int(line[start + 2:start + 2 + size], 16)
    if code > 0x10ffff:
        raise UnicodeDecodeError("rawunicodeescape", line, start, start + 2 + size,
                                 "\\Uxxxxxxxx out of range")
    return chr(code)


_steps[BINSTRING] = lambda u: _old_text(u, u._sized("<i"))
_steps[SHORT_BINSTRING] = lambda u: _old_text(u, u._sized("<B"))
_steps[BYTEARRAY8] = lambda u: u._push(bytearray(u._sized("<Q")))


@_step(NEXT_BUFFER)
def _next_buffer(u):
    raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")


@_step(READONLY_BUFFER)
def _readonly_buffer(u):
    u._push(memoryview(u._pop()).toreadonly())


# the memo

_steps[PUT] = lambda u: u._remember(_number(u._line() + b"\n"))
_steps[GET] = lambda u: u._recall(_number(u._line() + b"\n"))


# names, and what is made by calling them

@_step(GLOBAL)
def _global(u):
    module = u._line().decode()
    name = u._line().decode()
    if not module or not name:
        raise UnpicklingError(_TRUNCATED)
    u._push(u.find_class(module, name))


_steps[EXT1] = lambda u: u._extension(u._read(1)[0])
_steps[EXT2] = lambda u: u._extension(unpack("<H", u._read(2))[0])
_steps[EXT4] = lambda u: u._extension(unpack("<i", u._read(4))[0])


@_step(PERSID)
def _persid(u):
    try:
        name = u._line().decode("ascii")
    except UnicodeDecodeError:
        raise UnpicklingError("persistent IDs in protocol 0 must be ASCII strings") from None
    u._persistent(name)


_steps[BINPERSID] = lambda u: u._persistent(u._pop())


@_step(NEWOBJ_EX)
def _newobj_ex(u):
    named, arguments, cls = u._pop(), u._pop(), u._pop()
    if not isinstance(cls, type):
        raise UnpicklingError("NEWOBJ_EX class argument must be a type, not " + type(cls).__name__)
    u._push(cls.__new__(cls, *arguments, **named))


@_step(INST)
def _inst(u):
    arguments = u._from_mark()
    cls = u.find_class(u._line().decode("ascii"), u._line().decode("ascii"))
    u._push(u._instantiate(cls, arguments))


@_step(OBJ)
def _obj(u):
    arguments = u._from_mark()
    if not arguments:
        raise UnpicklingError("unpickling stack underflow")
    u._push(u._instantiate(arguments[0], arguments[1:]))


# ---- functions -----------------------------------------------------------------------------------

def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object that bytes tell of."""
    if isinstance(data, (str, int)):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    unpickler = Unpickler.__new__(Unpickler)
    unpickler._begin(None, bytes(memoryview(data)), fix_imports, encoding, errors, buffers)
    return unpickler.load()
