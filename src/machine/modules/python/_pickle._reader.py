# Unpickler: the stack machine that runs a pickle.
#
# Its stack is a list; a mark puts the stack aside and begins a new one, which the instruction that
# takes "everything from the mark on" finds whole.

import sys
from struct import unpack

import copyreg
from _compat_pickle import IMPORT_MAPPING, NAME_MAPPING
from _machine import evaluate, refuse
from _pickle._format import *
from _pickle._format import HIGHEST_PROTOCOL, UnpicklingError, decode_long

_TRUNCATED = "pickle data was truncated"


class _Bytes:
    """A pickle that is in memory."""

    def __init__(self, data):
        self.data, self.at = bytes(memoryview(data)), 0

    def read(self, size):
        piece = self.data[self.at:self.at + size]
        self.at += len(piece)
        return piece

    def readline(self):
        end = self.data.find(b"\n", self.at) + 1 or len(self.data)
        return self.read(end - self.at)


class Unpickler:
    """Unpickler(file): load() runs the next pickle of the file."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        if not hasattr(file, "read") or not hasattr(file, "readline"):
            raise TypeError("file must have 'read' and 'readline' attributes")
        if buffers is not None:
            refuse("unpickling with buffers")
        self._file, self._fix_imports = file, fix_imports
        self._encoding, self._errors = encoding, errors
        self._memo = {}

    @property
    def memo(self):
        refuse("the memo of an Unpickler")

    def load(self):
        if not hasattr(self, "_file"):
            raise UnpicklingError(f"Unpickler.__init__() was not called by {type(self).__name__}.__init__()")
        self._stack, self._marks, self._protocol = [], [], 0
        self._frame = None
        try:
            while True:
                step = _steps.get(self._letter())
                step(self)
        except _Done as done:
            return done.value

    # ---- reading ---------------------------------------------------------------------------------

    def _letter(self):
        """The next instruction's."""
        letter = self._next_bytes(1)
        if not letter:
            raise EOFError("Ran out of input")
        if letter not in _steps:
            shown = repr(letter)[2:-1] if letter != b"'" else "\\'"
            raise UnpicklingError(f"invalid load key, '{shown}'.")
        return letter

    def _next_bytes(self, size):
        if self._frame is not None:
            piece = self._frame.read(size)
            if piece or size == 0:
                return piece
            self._frame = None
        return self._file.read(size)

    def _read(self, size):
        data = self._next_bytes(size)
        if len(data) < size:
            raise UnpicklingError("pickle exhausted before end of frame" if self._frame else _TRUNCATED)
        return data

    def _line(self):
        source = self._frame if self._frame is not None else self._file
        line = source.readline()
        if not line and source is not self._file:
            self._frame = None
            line = self._file.readline()
        if not line.endswith(b"\n"):
            raise UnpicklingError(_TRUNCATED)
        return line[:-1]

    def _sized(self, format):
        size, = unpack(format, self._read(8 if format == "<Q" else 4 if format in ("<I", "<i") else 1))
        if size > sys.maxsize:
            raise OverflowError("size exceeds system's maximum")
        return self._read(size)

    # ---- the stack -------------------------------------------------------------------------------

    def _pop(self):
        if not self._stack:
            raise UnpicklingError("unexpected MARK found" if self._marks else "unpickling stack underflow")
        return self._stack.pop()

    def _top(self):
        if not self._stack:
            raise UnpicklingError("unexpected MARK found" if self._marks else "unpickling stack underflow")
        return self._stack[-1]

    def _from_mark(self):
        if not self._marks:
            raise UnpicklingError("could not find MARK")
        items, self._stack = self._stack, self._marks.pop()
        return items

    def _push(self, value):
        self._stack.append(value)

    def _remember(self, index):
        if index < 0:
            raise ValueError("negative PUT argument")
        self._memo[index] = self._top()

    def _recall(self, index):
        if index not in self._memo:
            raise UnpicklingError(f"Memo value not found at index {index}")
        self._push(self._memo[index])

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

    def _build(self):
        """A state: by __setstate__, or into the instance's dict, and into its slots."""
        state, made = self._pop(), self._top()
        set_state = getattr(made, "__setstate__", None)
        if set_state is not None:
            set_state(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state is not None:
            if not isinstance(state, dict):
                raise UnpicklingError("state is not a dictionary")
            into = made.__dict__
            for key, value in state.items():
                into[sys.intern(key) if type(key) is str else key] = value
        if slots is not None:
            if not isinstance(slots, dict):
                raise UnpicklingError("slot state is not a dictionary")
            for key, value in slots.items():
                setattr(made, key, value)

    def _append_all(self, items):
        target = self._top()
        if type(target) is list:
            target[len(target):] = items  # which grows it as appending does
            return
        extend = getattr(target, "extend", None)
        if extend is not None:
            extend(items)
            return
        append = target.append
        for item in items:
            append(item)

    def _set_all(self, items):
        target = self._top()
        if len(items) % 2:
            raise UnpicklingError("odd number of items for SETITEMS")
        for at in range(0, len(items), 2):
            target[items[at]] = items[at + 1]

    def _add_all(self, items):
        target = self._top()
        if isinstance(target, set):
            target.update(items)
            return
        add = target.add
        for item in items:
            add(item)


class _Done(Exception):
    """The STOP."""

    def __init__(self, value):
        self.value = value


# ---- the instructions ----------------------------------------------------------------------------

_steps = {}


def _step(letter):
    def keep(function):
        _steps[letter] = function
        return function
    return keep


def _value(letter, value):
    """An instruction that pushes a constant."""
    _steps[letter] = lambda u: u._stack.append(value)


def _number(letter, format, size):
    """An instruction that pushes a number of a fixed size."""
    def run(u):
        u._stack.append(unpack(format, u._read(size))[0])
    _steps[letter] = run


for _letter, _constant in ((NONE, None), (NEWTRUE, True), (NEWFALSE, False), (EMPTY_TUPLE, ())):
    _value(_letter, _constant)
for _letter, _format, _size in ((BININT, "<i", 4), (BININT1, "<B", 1), (BININT2, "<H", 2), (BINFLOAT, ">d", 8)):
    _number(_letter, _format, _size)
_steps[EMPTY_LIST] = lambda u: u._push([])
_steps[EMPTY_DICT] = lambda u: u._push({})
_steps[EMPTY_SET] = lambda u: u._push(set())
_steps[STOP] = lambda u: _stop(u)
_steps[MARK] = lambda u: _mark(u)


def _stop(u):
    raise _Done(u._pop())


def _mark(u):
    u._marks.append(u._stack)
    u._stack = []


@_step(PROTO)
def _proto(u):
    protocol = u._read(1)[0]
    if protocol > HIGHEST_PROTOCOL:
        raise ValueError(f"unsupported pickle protocol: {protocol}")
    u._protocol = protocol


@_step(FRAME)
def _frame(u):
    data = u._sized("<Q")
    u._frame = _Bytes(data)


# numbers

@_step(INT)
def _int(u):
    line = u._line()
    if line in (b"00", b"01"):
        return u._push(line == b"01")
    try:
        u._push(int(line, 0))
    except ValueError:
        raise ValueError("could not convert string to int") from None


@_step(LONG)
def _long(u):
    line = u._line()
    u._push(int(line[:-1] if line.endswith(b"L") else line, 0))


_steps[LONG1] = lambda u: u._push(decode_long(u._sized("<B")))
_steps[LONG4] = lambda u: u._push(decode_long(u._sized("<i")))
_steps[FLOAT] = lambda u: u._push(float(u._line()))


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
    pieces = u._line().decode("latin-1").split("\\")
    text = [pieces[0]]
    for piece in pieces[1:]:
        size = {"u": 4, "U": 8}.get(piece[:1])
        text.append("\\" + piece if size is None else chr(int(piece[1:size + 1], 16)) + piece[size + 1:])
    u._push("".join(text))


def _utf8(data):
    return data.decode("utf-8", "surrogatepass")


_steps[BINSTRING] = lambda u: _old_text(u, u._sized("<i"))
_steps[SHORT_BINSTRING] = lambda u: _old_text(u, u._sized("<B"))
_steps[BINUNICODE] = lambda u: u._push(_utf8(u._sized("<I")))
_steps[SHORT_BINUNICODE] = lambda u: u._push(_utf8(u._sized("<B")))
_steps[BINUNICODE8] = lambda u: u._push(_utf8(u._sized("<Q")))
_steps[BINBYTES] = lambda u: u._push(u._sized("<I"))
_steps[SHORT_BINBYTES] = lambda u: u._push(u._sized("<B"))
_steps[BINBYTES8] = lambda u: u._push(u._sized("<Q"))
_steps[BYTEARRAY8] = lambda u: u._push(bytearray(u._sized("<Q")))


@_step(NEXT_BUFFER)
def _next_buffer(u):
    raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")


@_step(READONLY_BUFFER)
def _readonly_buffer(u):
    u._push(memoryview(u._pop()).toreadonly())


# containers

_steps[TUPLE] = lambda u: _replace(u, tuple)
_steps[LIST] = lambda u: _replace(u, list)
_steps[FROZENSET] = lambda u: _replace(u, frozenset)


def _replace(u, kind):
    items = u._from_mark()
    u._push(kind(items))


def _last(u, size):
    """Takes the last ones off the stack."""
    if len(u._stack) < size:
        raise UnpicklingError("unexpected MARK found" if u._marks else "unpickling stack underflow")
    items = tuple(u._stack[-size:])
    del u._stack[-size:]
    return items


_steps[TUPLE1] = lambda u: u._push(_last(u, 1))
_steps[TUPLE2] = lambda u: u._push(_last(u, 2))
_steps[TUPLE3] = lambda u: u._push(_last(u, 3))


@_step(DICT)
def _dict(u):
    items = u._from_mark()
    if len(items) % 2:
        raise UnpicklingError("odd number of items for DICT")
    u._push(dict(zip(items[::2], items[1::2])))


@_step(APPEND)
def _append(u):
    item = u._pop()
    u._append_all([item])


@_step(APPENDS)
def _appends(u):
    items = u._from_mark()
    u._append_all(items)


@_step(SETITEM)
def _setitem(u):
    u._set_all(_last(u, 2))


@_step(SETITEMS)
def _setitems(u):
    items = u._from_mark()
    u._set_all(items)


@_step(ADDITEMS)
def _additems(u):
    items = u._from_mark()
    u._add_all(items)


# the stack and the memo

@_step(POP)
def _pop(u):
    if u._stack:
        u._stack.pop()
    elif u._marks:
        u._from_mark()
    else:
        raise UnpicklingError("unpickling stack underflow")


_steps[POP_MARK] = lambda u: u._from_mark()
_steps[DUP] = lambda u: u._push(u._top())
_steps[PUT] = lambda u: u._remember(int(u._line()))
_steps[BINPUT] = lambda u: u._remember(u._read(1)[0])
_steps[LONG_BINPUT] = lambda u: u._remember(unpack("<I", u._read(4))[0])
_steps[MEMOIZE] = lambda u: u._remember(len(u._memo))
_steps[GET] = lambda u: u._recall(int(u._line()))
_steps[BINGET] = lambda u: u._recall(u._read(1)[0])
_steps[LONG_BINGET] = lambda u: u._recall(unpack("<I", u._read(4))[0])


# names, and what is made by calling them

@_step(GLOBAL)
def _global(u):
    module = u._line().decode()
    name = u._line().decode()
    if not module or not name:
        raise UnpicklingError(_TRUNCATED)
    u._push(u.find_class(module, name))


@_step(STACK_GLOBAL)
def _stack_global(u):
    name, module = u._pop(), u._pop()
    if type(name) is not str or type(module) is not str:
        raise UnpicklingError("STACK_GLOBAL requires str")
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


@_step(REDUCE)
def _reduce(u):
    arguments = u._pop()
    function = u._pop()
    u._push(function(*arguments))


@_step(NEWOBJ)
def _newobj(u):
    arguments, cls = u._pop(), u._pop()
    if not isinstance(arguments, tuple):
        raise UnpicklingError("NEWOBJ expected an arg tuple, got " + type(arguments).__name__)
    if not isinstance(cls, type):
        raise UnpicklingError("NEWOBJ class argument must be a type, not " + type(cls).__name__)
    u._push(cls.__new__(cls, *arguments))


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


_steps[BUILD] = lambda u: u._build()


# ---- functions -----------------------------------------------------------------------------------

def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object that bytes tell of."""
    if isinstance(data, (str, int)):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return load(_Bytes(data), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers)
