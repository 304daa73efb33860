# traceback: what an exception prints, as text.
#
# The machine formats the whole; the program sees no frames of the library.

import sys
from _machine import format_exception as _format

__all__ = ["print_tb", "print_exception", "print_exc", "print_last", "format_exception",
           "format_exception_only", "format_exc", "format_tb", "extract_tb", "FrameSummary",
           "StackSummary", "walk_tb"]

_missing = object()


def _exception(exc, value):
    if value is not _missing:
        return value
    if exc is not None and not isinstance(exc, BaseException):
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return exc


def _check_pair(value, tb):
    if (value is _missing) != (tb is _missing):
        raise ValueError("Both or neither of value and tb must be given")


def _lines(text):
    return text.splitlines(True)


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    _check_pair(value, tb)
    exc = _exception(exc, value)
    if exc is None:
        return ["NoneType: None\n"]
    return _blocks(_format(exc, chain))


def _blocks(text):
    """One string an entry: what is indented by four belongs to the frame above it."""
    blocks = []
    for line in _lines(text):
        if blocks and line.startswith("    ") and blocks[-1].startswith("  File "):
            blocks[-1] += line
        else:
            blocks.append(line)
    return blocks


def format_exception_only(exc, /, value=_missing, *, show_group=False):
    exc = _exception(exc, value)
    if exc is None:
        return ["NoneType: None\n"]
    tb, exc.__traceback__ = exc.__traceback__, None
    try:
        lines = _lines(_format(exc, False))
    finally:
        exc.__traceback__ = tb
    return lines


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    text = "".join(format_exception(exc, value, tb, limit, chain))
    print(text, file=sys.stderr if file is None else file, end="")


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


class FrameSummary:
    """A frame of a traceback: its file, line, function and the text of the line."""

    __slots__ = ("filename", "lineno", "name", "line")

    def __init__(self, filename, lineno, name, line=None):
        self.filename, self.lineno, self.name, self.line = filename, lineno, name, line

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, i):
        return (self.filename, self.lineno, self.name, self.line)[i]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other) if isinstance(other, (FrameSummary, tuple)) else NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    """The frames of a traceback, the outermost first."""

    def format(self):
        return [f'  File "{f.filename}", line {f.lineno}, in {f.name}\n' + (f"    {f.line}\n" if f.line else "")
                for f in self]


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    from _machine import source_line
    frames = StackSummary()
    for frame, number in walk_tb(tb):
        code = frame.f_code
        frames.append(FrameSummary(code.co_filename, number, code.co_name, source_line(code, number)))
    return frames if limit is None else StackSummary(frames[:limit] if limit >= 0 else frames[limit:])


def format_tb(tb, limit=None):
    carrier = Exception().with_traceback(tb)
    blocks = _blocks(_format(carrier, False))[1:-1] if tb is not None else []
    return blocks if limit is None else blocks[:limit] if limit >= 0 else blocks[limit:]


def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb, limit)), file=sys.stderr if file is None else file, end="")


def print_last(limit=None, file=None, chain=True):
    raise ValueError("no last exception")
