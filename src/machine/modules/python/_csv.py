# Tables as text: fields between delimiters, quoted where need be.

import re as _re
from _library import (builtin_class as _builtin_class, builtin_module as _builtin_module,
                      named_with_module as _named)
from sys import version_info as _version

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)
if _version >= (3, 12):
    QUOTE_STRINGS, QUOTE_NOTNULL = 4, 5
_LAST_QUOTING = 5 if _version >= (3, 12) else 3

__version__ = "1.0"


class Error(Exception):
    pass


# ---- dialects ------------------------------------------------------------------------------------

_dialects = {}
_OPTIONS = ("delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace",
            "strict")
_USUAL = {"delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n", "quotechar": '"',
          "quoting": QUOTE_MINIMAL, "skipinitialspace": False, "strict": False}
_limit = 131072


@_builtin_class
@_named
class Dialect:
    """How a table is written."""

    __slots__ = _OPTIONS

    def __init__(self, dialect=None, **given):
        for name in given:
            if name not in _OPTIONS:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'" if _version >= (3, 13)
                                else f"'{name}' is an invalid keyword argument for this function")
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in _OPTIONS:
            value = given[name] if name in given else getattr(dialect, name, _USUAL[name])
            object.__setattr__(self, name, bool(value) if isinstance(_USUAL[name], bool) else value)
        quoting_given = "quoting" in given or hasattr(dialect, "quoting")
        if self.quotechar is None and not quoting_given:
            object.__setattr__(self, "quoting", QUOTE_NONE)
        self._check()

    def __reduce_ex__(self, protocol=0):
        raise TypeError("cannot pickle 'Dialect' instances")

    __reduce__ = __reduce_ex__

    def __setattr__(self, name, value):
        if name in _OPTIONS:
            raise AttributeError("readonly attribute" if name in ("doublequote", "skipinitialspace", "strict") else
                                 f"attribute '{name}' of '_csv.Dialect' objects is not writable")
        raise AttributeError(f"'_csv.Dialect' object has no attribute '{name}'"
                             f"{' and no __dict__ for setting new attributes' if _version >= (3, 13) else ''}")

    def __delattr__(self, name):
        self.__setattr__(name, None)

    def _check(self):
        for name, optional in (("delimiter", False), ("escapechar", True), ("quotechar", True)):
            value = getattr(self, name)
            if not isinstance(value, str) and not (optional and value is None):
                kinds = "string or None" if optional else "string"
                raise TypeError(f'"{name}" must be {kinds}, not {type(value).__name__}')
            if value is not None and len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if type(self.quoting) is not int:
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= _LAST_QUOTING:
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if not isinstance(self.lineterminator, str):
            raise TypeError("lineterminator must be set" if self.lineterminator is None else
                            '"lineterminator" must be a string')
        if _version >= (3, 13):
            self._check_apart()

    def _check_apart(self):
        """No character may have two tasks."""
        marks = ("delimiter", "escapechar", "quotechar")
        for name in marks:
            value = getattr(self, name)
            if value is None:
                continue
            if value in "\r\n" or (value == " " and name != "delimiter" and self.skipinitialspace):
                raise ValueError(f"bad {name} value")
            if value in self.lineterminator:
                raise ValueError(f"bad {name} or lineterminator value")
        for one, other in (marks[:2], marks[::2], marks[1:]):
            if getattr(self, one) == getattr(self, other) != None:
                raise ValueError(f"bad {one} or {other} value")


def _check_count(args):
    if not 1 <= len(args) <= 2:
        bound = "most 2 arguments" if args else "least 1 argument"
        raise TypeError(f" expected at {bound}, got {len(args)}")


def register_dialect(*args, **fmtparams):
    _check_count(args)
    name, dialect = args if len(args) == 2 else (*args, None)
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = Dialect(dialect, **fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(*limit):
    global _limit
    old = _limit
    if len(limit) > 1:
        raise TypeError(f"field_size_limit() takes at most 1 argument ({len(limit)} given)")
    if limit:
        if not isinstance(limit[0], int):
            raise TypeError("limit must be an integer")
        _limit = limit[0]
    return old


def _one_of(marks):
    """What finds the first of some characters, None not counted."""
    return _re.compile("[" + "".join(map(_re.escape, sorted(marks - {None}))) + "]")


def _quoted_field(dialect):
    """What finds a field, quoted whole or not at all, and what ends it; None if there is more to it."""
    if dialect.quoting == QUOTE_NONE or dialect.quotechar is None or not dialect.doublequote \
            or dialect.escapechar is not None:
        return None
    q, d = _re.escape(dialect.quotechar), _re.escape(dialect.delimiter)
    return _re.compile(f"(?:{q}([^{q}]*(?:{q}{q}[^{q}]*)*){q}|([^{q}{d}\r\n]*))({d}|\r?\n?\\Z)")


# ---- reading -------------------------------------------------------------------------------------

@_builtin_class
@_named
class reader:
    """An iterator over the records of an iterable of lines; a quoted field may hold ends of lines.

    Between two characters it stands in one of these states: at a record's start, at a field's start,
    in a field, in a quoted field, behind a quote in one, behind an escape (of either kind), or behind
    the end of a line."""

    def __init__(self, iterable, /, dialect=None, **fmtparams):
        self._lines = iter(iterable)
        self.dialect = dialect = Dialect(dialect, **fmtparams)
        self.line_num = 0
        self._special = _one_of({"\n", "\r", dialect.delimiter, dialect.quotechar, dialect.escapechar})
        self._uncommon = _one_of({"\n", "\r", dialect.quotechar, dialect.escapechar})
        self._quoted = _quoted_field(dialect)
        self._tells_none = _version >= (3, 13) and dialect.quoting in (4, 5)
        self._splits = not dialect.skipinitialspace and dialect.quoting in (QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONE)

    def __iter__(self):
        return self

    def __next__(self):
        self._fields, self._field, self._numeric, self._state = [], [], False, "record"
        while True:
            line = next(self._lines, None)
            if line is None:
                return self._ended()
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened "
                            "in text mode)")
            self.line_num += 1
            if self._splits and self._state == "record" and self._take_plain(line):
                return self._finished()
            self._take_line(line)
            if self._state == "record":
                return self._finished()

    def _ended(self):
        if self._state == "record":
            raise StopIteration
        if self._field or self._state in ("quoted", "escaped in quotes"):
            if self.dialect.strict:
                raise Error("unexpected end of data")
        elif not self._fields and self._state != "escaped":
            raise StopIteration
        self._save()
        return self._finished()

    def _finished(self):
        fields, self._fields = self._fields, None
        return fields

    def _save(self, absent=False):
        """absent: there is nothing, not even quotes."""
        if absent and self._tells_none:
            self._fields.append(None)
            return
        text = "".join(self._field)
        if len(text) > _limit:
            raise Error(f"field larger than field limit ({_limit})")
        self._fields.append(float(text) if self._numeric else text)
        self._field, self._numeric = [], False

    def _take_plain(self, line):
        """A whole record on a line in which nothing is quoted or escaped; False where it is not so."""
        body = line[:-1] if line[-1:] == "\n" else line
        body = body[:-1] if body[-1:] == "\r" else body
        if self._uncommon.search(body):
            return self._quoted is not None and self._take_quoted(line)
        fields = body.split(self.dialect.delimiter) if body else []
        if len(fields) == 1:
            fields[0] = body[:1] + body[1:]     # never the line itself
        if len(body) > _limit and max(map(len, fields)) > _limit:
            return False
        self._fields = [field for field in fields]      # which grows as CPython's does, field by field
        return True

    def _take_quoted(self, line):
        """The same where fields are quoted whole."""
        fields, at, match, quote = [], 0, self._quoted.match, self.dialect.quotechar
        while True:
            found = match(line, at)
            if found is None:
                return False
            quoted, plain, end = found.groups()
            text = plain if quoted is None else quoted.replace(quote + quote, quote)
            if len(text) > _limit:
                return False
            fields.append(text)
            if end != self.dialect.delimiter:
                self._fields = fields
                return True
            at = found.end()

    def _take_line(self, line):
        special = self._special
        at, end = 0, len(line)
        while at < end:
            if self._state in ("field", "quoted"):  # up to the next character that means something
                match = special.search(line, at)
                stop = match.start() if match else end
                if stop > at:
                    self._field.append(line[at:stop])
                    at = stop
                    continue
            self._take(line[at])
            at += 1
        self._take(None)

    def _take(self, c):
        """One character; None for the end of what is one line."""
        getattr(self, "_in_" + self._state.replace(" ", "_"))(c)

    def _in_record(self, c):
        if c is None:
            return
        if c in "\r\n":
            self._state = "end"
        else:
            self._in_start(c)

    def _in_start(self, c):
        dialect = self.dialect
        if c is None or c in "\r\n":
            self._save(True)
            self._state = "record" if c is None else "end"
        elif c == dialect.quotechar and dialect.quoting != QUOTE_NONE:
            self._state = "quoted"
        elif c == dialect.escapechar:
            self._state = "escaped"
        elif c == " " and dialect.skipinitialspace:
            self._state = "start"
        elif c == dialect.delimiter:
            self._save(True)
            self._state = "start"
        else:
            self._numeric = dialect.quoting == QUOTE_NONNUMERIC or dialect.quoting == 4 and self._tells_none
            self._field.append(c)
            self._state = "field"

    def _in_escaped(self, c):
        if c is None:
            self._field.append("\n")
            self._state = "after escaped end"
            return
        self._field.append(c)
        self._state = "after escaped end" if c in "\r\n" else "field"

    def _in_after_escaped_end(self, c):
        if c is not None:
            self._in_field(c)

    def _in_field(self, c):
        self._state = "field"
        if c is None or c in "\r\n":
            self._save()
            self._state = "record" if c is None else "end"
        elif c == self.dialect.escapechar:
            self._state = "escaped"
        elif c == self.dialect.delimiter:
            self._save()
            self._state = "start"
        else:
            self._field.append(c)

    def _in_quoted(self, c):
        dialect = self.dialect
        if c is None:
            return
        if c == dialect.escapechar:
            self._state = "escaped in quotes"
        elif c == dialect.quotechar and dialect.quoting != QUOTE_NONE:
            self._state = "quote in quotes" if dialect.doublequote else "field"
        else:
            self._field.append(c)

    def _in_escaped_in_quotes(self, c):
        self._field.append("\n" if c is None else c)
        self._state = "quoted"

    def _in_quote_in_quotes(self, c):
        dialect = self.dialect
        if dialect.quoting != QUOTE_NONE and c == dialect.quotechar:
            self._field.append(c)
            self._state = "quoted"
        elif c == dialect.delimiter:
            self._save()
            self._state = "start"
        elif c is None or c in "\r\n":
            self._save()
            self._state = "record" if c is None else "end"
        elif not dialect.strict:
            self._field.append(c)
            self._state = "field"
        else:
            raise Error(f"'{dialect.delimiter}' expected after '{dialect.quotechar}'")

    def _in_end(self, c):
        if c is None:
            self._state = "record"
        elif c not in "\r\n":
            raise Error("new-line character seen in unquoted field - do you need to open the file "
                        + ("with newline=''?" if _version >= (3, 13) else "in universal-newline mode?"))


# ---- writing -------------------------------------------------------------------------------------

@_builtin_class
@_named
class writer:
    """What writes records to a file."""

    def __init__(self, fileobj, /, dialect=None, **fmtparams):
        self._write = getattr(fileobj, "write", None)
        if not callable(self._write):
            raise TypeError('argument 1 must have a "write" method')
        self.dialect = dialect = Dialect(dialect, **fmtparams)
        self._marks = {dialect.delimiter, dialect.escapechar, dialect.quotechar, *dialect.lineterminator} - {None}
        if _version >= (3, 13):
            self._marks |= {"\r", "\n"}
        self._special = _one_of(self._marks)

    def writerow(self, row, /):
        try:
            fields = iter(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        dialect, texts, last = self.dialect, [], None
        for last in fields:
            texts.append(self._text_of(last))
        if len(texts) == 1 and texts[0] == "":
            if dialect.quoting == QUOTE_NONE or _version >= (3, 13) and dialect.quoting in (4, 5) and last is None:
                raise Error("single empty field record must be quoted")
            texts = [dialect.quotechar * 2]
        return self._write(dialect.delimiter.join(texts) + dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)

    def _text_of(self, field):
        dialect, quoting = self.dialect, self.dialect.quoting
        is_number = isinstance(field, (int, float, complex)) or hasattr(type(field), "__float__")
        quoted = quoting == QUOTE_ALL or (
            quoting == QUOTE_NONNUMERIC and not is_number or quoting == 4 and isinstance(field, str) or
            quoting == 5 and field is not None)
        text = "" if field is None else field if isinstance(field, str) else str(field)
        if not text and _version >= (3, 13) and dialect.delimiter == " " and dialect.skipinitialspace:
            if quoting == QUOTE_NONE or field is None and quoting in (4, 5):
                raise Error("empty field must be quoted if delimiter is a space and skipinitialspace is true")
            quoted = True
        if not self._special.search(text):
            return dialect.quotechar + text + dialect.quotechar if quoted else text
        pieces = []
        for c in text:
            if c in self._marks:
                escaped = quoting == QUOTE_NONE or c == dialect.escapechar
                if not escaped and c == dialect.quotechar:
                    escaped = not dialect.doublequote
                    if not escaped:
                        pieces.append(c)
                if not escaped:
                    quoted = True
                elif dialect.escapechar is None:
                    raise Error("need to escape, but no escapechar set")
                else:
                    pieces.append(dialect.escapechar)
            pieces.append(c)
        text = "".join(pieces)
        return dialect.quotechar + text + dialect.quotechar if quoted else text


Reader, Writer = reader, writer  # the types; what makes them are functions


def reader(*args, **fmtparams):
    _check_count(args)
    return Reader(*args, **fmtparams)


def writer(*args, **fmtparams):
    _check_count(args)
    return Writer(*args, **fmtparams)


_builtin_module(globals())
