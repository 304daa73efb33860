# traceback: what an exception prints, as text.
#
# The machine formats each entry; the program sees no frames of the library.

import sys
from _machine import format_exception as _format
from _machine import refuse as _refuse, source_line, traceback_entry, traceback_position

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only",
           "format_list", "format_stack", "format_tb", "print_exc", "format_exc",
           "print_exception", "print_last", "print_stack", "print_tb", "clear_frames",
           "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb",
           "print_list"]

_version = sys.version_info[:2]
_missing = object()
_REPEATS_SHOWN = 3


def _exception(exc, value):
    if value is not _missing:
        return value
    if exc is not None and not isinstance(exc, BaseException):
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return exc


def _check_pair(value, tb):
    if (value is _missing) != (tb is _missing):
        raise ValueError("Both or neither of value and tb must be given")


_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


def _lines(text):
    return text.splitlines(True)


# ---- the frames of a traceback -----------------------------------------------------------------


class FrameSummary:
    """A frame of a traceback: its file, line, function and the text of the line."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_text",
                 "_entry", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None, **kwargs):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.end_lineno = lineno if end_lineno is None and _version >= (3, 13) else end_lineno
        self.colno, self.end_colno = colno, end_colno
        self._text, self._entry = line, None
        self.locals = {key: repr(value) for key, value in locals.items()} if locals else None

    @property
    def line(self):
        return None if self._text is None else self._text.strip()

    def _as_tuple(self):
        return self.filename, self.lineno, self.name, self.line

    def __iter__(self):
        return iter(self._as_tuple())

    def __getitem__(self, i):
        return self._as_tuple()[i]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._as_tuple() == other._as_tuple()
        return self._as_tuple() == other if isinstance(other, tuple) else NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def _of_traceback(tb, capture_locals=False):
    """The summary of one entry."""
    code = tb.tb_frame.f_code
    line, end_line, column, end_column = traceback_position(tb)
    summary = FrameSummary(code.co_filename, tb.tb_lineno, code.co_name,
                           locals=tb.tb_frame.f_locals if capture_locals else None,
                           line=source_line(code, tb.tb_lineno), end_lineno=end_line,
                           colno=column, end_colno=end_column)
    summary._entry = traceback_entry(tb)
    return summary


_extracting = False  # is StackSummary.extract() reading its frames?


class StackSummary(list):
    """The frames of a traceback, the outermost first."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        global _extracting
        outer, _extracting = _extracting, True
        try:
            frame_gen = list(frame_gen)
        finally:
            _extracting = outer
        made = _gathered((FrameSummary(frame.f_code.co_filename, number, frame.f_code.co_name,
                                       locals=frame.f_locals if capture_locals else None,
                                       line=source_line(frame.f_code, number))
                          for frame, number in frame_gen), cls)
        return made if limit is None else _limited(made, limit, cls)

    @classmethod
    def from_list(cls, a_list):
        return _gathered(f if isinstance(f, FrameSummary) else FrameSummary(f[0], f[1], f[2], line=f[3])
                         for f in a_list)

    def format_frame_summary(self, frame_summary):
        """The lines of one frame, in one str."""
        f = frame_summary
        text = f._entry
        if text is None:
            text = f'  File "{f.filename}", line {f.lineno}, in {f.name}\n'
            if f.line:
                text += f"    {f.line}\n"
        for name, value in sorted((f.locals or {}).items()):
            text += f"    {name} = {value}\n"
        return text

    def format(self, **kwargs):
        found, last, count = [], None, 0
        for f in self:
            text = self.format_frame_summary(f)
            if text is None:
                continue
            place = f.filename, f.lineno, f.name
            if place != last:
                _append_repeats(found, count)
                last, count = place, 0
            count += 1
            if count <= _REPEATS_SHOWN:
                found.append(text)
        _append_repeats(found, count)
        return found


def _gathered(frames, cls=StackSummary):
    """One by one: how much room the list has in the end comes from that."""
    made = cls()
    for frame in frames:
        made.append(frame)
    return made


def _listed(entries):
    """As CPython makes a list of what a generator of it yields: there is room for more."""
    return list(entry for entry in entries)


def _append_repeats(found, count):
    hidden = count - _REPEATS_SHOWN
    if hidden > 0:
        found.append(f"  [Previous line repeated {hidden} more time{'s' if hidden > 1 else ''}]\n")


def _limited(frames, limit, cls=StackSummary):
    return _gathered(frames[:limit] if limit >= 0 else frames[limit:], cls)


def _entries(tb):
    while tb is not None:
        yield tb
        tb = tb.tb_next


def walk_tb(tb):
    for entry in _entries(tb):
        yield entry.tb_frame, entry.tb_lineno


def walk_stack(f):
    if f is None:
        f = sys._getframe()
        for _ in range(0 if _extracting else 3):  # where CPython counts its own frames, whoever asks
            f = f.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def _extract_tb(tb, limit, capture_locals=False):
    """The entries of frames that are not the library's."""
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    frames = _gathered(f for f in (_of_traceback(e, capture_locals) for e in _entries(tb)) if f._entry)
    return frames if limit is None else _limited(frames, limit)


def extract_tb(tb, limit=None):
    return _extract_tb(tb, limit)


def extract_stack(f=None, limit=None):
    frames = StackSummary.extract(walk_stack(sys._getframe() if f is None else f))
    frames.reverse()
    return frames if limit is None else _gathered(frames[-limit:] if limit else ())


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    return format_list(extract_stack(f, limit))


def _write(lines, file):
    for line in lines:
        print(line, file=sys.stderr if file is None else file, end="")


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    _write(format_stack(f, limit), file)


def clear_frames(tb):
    """Lets go of the variables of the frames that have ended."""
    for entry in _entries(tb):
        try:
            entry.tb_frame.clear()
        except RuntimeError:
            pass


# ---- exceptions --------------------------------------------------------------------------------


class TracebackException:
    """What an exception prints, without the exception itself."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
                 save_exc_type=True, _waiting=None):
        self._exc_type = exc_type
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        if isinstance(exc_value, BaseExceptionGroup) and (max_group_width, max_group_depth) != (15, 10):
            _refuse("an exception group with limits of its own")
        self.stack = _extract_tb(exc_traceback, limit, capture_locals)
        self._only = ["None: None\n"] if exc_type is None else _exception_only(exc_value, exc_traceback)
        self._str = str(exc_value)
        self._whole = None
        if isinstance(exc_value, BaseExceptionGroup):
            self._whole = _format(exc_value, True)
        if isinstance(exc_value, SyntaxError):
            self.filename, self.text, self.msg = exc_value.filename, exc_value.text, exc_value.msg
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.end_lineno = None if exc_value.end_lineno is None else str(exc_value.end_lineno)
            self.offset, self.end_offset = exc_value.offset, exc_value.end_offset
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [TracebackException.from_exception(e) for e in exc_value.exceptions]

        self.__cause__ = self.__context__ = None
        if _waiting is not None:
            _waiting.append((self, exc_value, False))
            return
        seen, waiting = {id(exc_value)}, [(self, exc_value, compact)]

        def other(e):
            if e is None or id(e) in seen:
                return None
            seen.add(id(e))
            return TracebackException(type(e), e, e.__traceback__, limit=limit,
                                      capture_locals=capture_locals, _waiting=waiting)
        while waiting:  # chains may be longer than calls may be nested
            one, value, compact = waiting.pop()
            if value is not None:
                one.__cause__ = other(value.__cause__)
                if not compact or (value.__cause__ is None and not one.__suppress_context__):
                    one.__context__ = other(value.__context__)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        if _version >= (3, 13):
            import warnings
            warnings.warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning)
        return self._exc_type

    if _version >= (3, 13):
        @property
        def exc_type_str(self):
            module, name = self._exc_type.__module__, self._exc_type.__qualname__
            return name if module in ("__main__", "builtins") else f"{module}.{name}"

    def __str__(self):
        return self._str

    def __eq__(self, other):
        if not isinstance(other, TracebackException):
            return NotImplemented
        return list(self.format()) == list(other.format()) and self.stack == other.stack

    def format_exception_only(self, *, show_group=False, **kwargs):
        yield from self._only

    def _past(self):
        """The exception that came before, and what stands between the two; None."""
        if self._whole is not None:
            return None
        if self.__cause__ is not None:
            return self.__cause__, _CAUSE
        if self.__context__ is not None and not self.__suppress_context__:
            return self.__context__, _CONTEXT
        return None

    def _format_alone(self):
        if self._whole is not None:
            yield from _blocks(self._whole)
            return
        if self.stack:
            yield "Traceback (most recent call last):\n"
            yield from self.stack.format()
        yield from self.format_exception_only()

    def format(self, *, chain=True, **kwargs):
        parts = [(self, None)]
        while chain and (past := parts[-1][0]._past()):
            parts.append(past)
        for one, between in reversed(parts):
            yield from one._format_alone()
            if between:
                yield between

    def print(self, *, file=None, chain=True, **kwargs):
        _write(self.format(chain=chain), file)


def _is_cut(limit):
    return limit is not None or hasattr(sys, "tracebacklimit")


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True, **kwargs):
    _check_pair(value, tb)
    exc = _exception(exc, value)
    if exc is None:
        return _listed(("NoneType: None\n",))
    if tb is _missing:
        tb = exc.__traceback__
    if _is_cut(limit) or tb is not exc.__traceback__:
        return list(TracebackException(type(exc), exc, tb, limit=limit, compact=True)
                    .format(chain=chain))
    return _listed(_joined(_blocks(_format(exc, chain)), _are_plain(exc)))


def _are_plain(exc):
    """Has no exception of the chain more to tell than its text?"""
    known = set()
    while exc is not None and id(exc) not in known:
        known.add(id(exc))
        if isinstance(exc, (SyntaxError, BaseExceptionGroup)) or hasattr(exc, "__notes__"):
            return False
        exc = exc.__context__ if exc.__cause__ is None else exc.__cause__
    return True


def _joined(blocks, plain):
    """What stands between two exceptions is one entry; so is an exception's text, if that can be told."""
    joined, in_text = [], False
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block == "\n" and "".join(blocks[at:at + 3]) in (_CAUSE, _CONTEXT):
            block, in_text = "".join(blocks[at:at + 3]), False
            at += 2
        elif in_text:
            block = joined.pop() + block
        else:
            in_text = plain and block[0] != " " and block != "Traceback (most recent call last):\n"
        joined.append(block)
        at += 1
    return joined


def _blocks(text):
    """One string an entry: what is indented by four belongs to the frame above it."""
    blocks = []
    for line in _lines(text):
        if blocks and line.startswith("    ") and blocks[-1].startswith("  File ") and ", in " in blocks[-1]:
            blocks[-1] += line
        else:
            blocks.append(line)
    return blocks


def format_exception_only(exc, /, value=_missing, *, show_group=False):
    exc = _exception(exc, value)
    if exc is None:
        return _listed(("NoneType: None\n",))
    if show_group and isinstance(exc, BaseExceptionGroup):
        _refuse("format_exception_only(show_group=True) of an exception group")
    return _exception_only(exc, None)


def _exception_only(exc, tb):
    kept, exc.__traceback__ = exc.__traceback__, None
    try:
        lines = _lines(_format(exc, False, tb))
    finally:
        exc.__traceback__ = kept
    if isinstance(exc, BaseExceptionGroup):
        own = [line.startswith("  | ") for line in lines].index(False)
        lines = [line[4:] for line in lines[:own]]
    if isinstance(exc, SyntaxError):
        return _listed(lines)
    n = 1 + _breaks(exc)
    return _listed(("".join(lines[:n]), *lines[n:]))


def _breaks(exc):
    """How many lines more than one an exception's own text takes."""
    try:
        return str(exc).count("\n")
    except Exception:
        return 0


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True,
                    **kwargs):
    _write(format_exception(exc, value, tb, limit, chain), file)


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    raise ValueError("no last exception")
