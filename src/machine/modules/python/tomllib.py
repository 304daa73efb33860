# TOML read: a document becomes dicts and lists.
#
# A _Reader goes through the text once; self.pos is where it is.  What has been said of a name, besides its
# value, stands in a tree of _Marks beside the document: that a table has had its header, that a value was
# written inline and nothing may be added to it.

import re as _re
from datetime import date as _date, datetime as _datetime, time as _time, timedelta as _timedelta, timezone as _timezone

__all__ = ("loads", "load", "TOMLDecodeError")

_WS = frozenset(" \t")
_BLANK = frozenset(" \t\n")
_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
_CONTROL = frozenset(chr(n) for n in range(32)) | {"\x7f"}
_BAD_IN_LINE = _CONTROL - {"\t"}
_BAD_IN_LINES = _CONTROL - {"\t", "\n"}
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_CLOCK = r"(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)(?:\.(?P<us>\d{1,6})\d*)?"
_clock = _re.compile(_CLOCK, _re.ASCII)
_moment = _re.compile(r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"
                      rf"(?:[Tt ]{_CLOCK}(?:(?P<utc>[Zz])|(?P<zone>[+-](?:[01]\d|2[0-3]):[0-5]\d))?)?", _re.ASCII)
_whole = _re.compile(r"0(?:x[\da-fA-F](?:_?[\da-fA-F])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)", _re.ASCII)
_decimal = _re.compile(r"[+-]?(?:0|[1-9](?:_?\d)*)((?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?)", _re.ASCII)
_odd_float = _re.compile(r"[+-]?(?:inf|nan)")


class TOMLDecodeError(ValueError):
    """The text is no TOML; says where."""


def load(fp, /, *, parse_float=float):
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    return _Reader(s.replace("\r\n", "\n"), parse_float).read_document()


class _Mark:
    """What is known of one name and, in `inner`, of those below it."""

    __slots__ = ("declared", "frozen", "inner")

    def __init__(self):
        self.declared, self.frozen, self.inner = False, False, {}

    def below(self, key):
        """The mark of a path of names, made if need be."""
        mark = self
        for name in key:
            mark = mark.inner.setdefault(name, None) or mark._add(name)
        return mark

    def _add(self, name):
        mark = self.inner[name] = _Mark()
        return mark

    def find(self, key):
        """(is it declared, is it or what it is part of frozen?)"""
        mark, frozen = self, False
        for name in key:
            mark = mark.inner.get(name)
            if mark is None:
                return False, frozen
            frozen = frozen or mark.frozen
        return mark.declared and bool(key), frozen

    def forget(self, key):
        mark = self
        for name in key[:-1]:
            mark = mark.inner.get(name)
            if mark is None:
                return
        mark.inner.pop(key[-1], None)


class _Overwritten(Exception):
    """Where a table should be, there is something else."""


def _open_table(table, key, through_lists=True):
    """The table at a path, made if need be; of a list of tables the last one."""
    for name in key:
        table = table.setdefault(name, {})
        if through_lists and isinstance(table, list):
            table = table[-1]
        if not isinstance(table, dict):
            raise _Overwritten
    return table


class _Reader:
    def __init__(self, text, parse_float):
        self.text, self.pos = text, 0
        self.root, self.marks = {}, _Mark()
        self.parse_float = parse_float

    def error(self, message, pos=None):
        pos = self.pos if pos is None else pos
        if pos >= len(self.text):
            return TOMLDecodeError(f"{message} (at end of document)")
        line = self.text.count("\n", 0, pos) + 1
        return TOMLDecodeError(f"{message} (at line {line}, column {pos - self.text.rfind(chr(10), 0, pos)})")

    def peek(self, n=1):
        return self.text[self.pos:self.pos + n]

    def skip(self, characters):
        text, pos, n = self.text, self.pos, len(self.text)
        while pos < n and text[pos] in characters:
            pos += 1
        self.pos = pos

    def read_until(self, mark, bad, needed=True):
        """The text up to `mark`, or to the end if it is not `needed`."""
        start = self.pos
        end = self.text.find(mark, start)
        if end < 0:
            end = len(self.text)
            if needed:
                raise self.error(f"Expected {mark!r}", end)
        for pos in range(start, end):
            if self.text[pos] in bad:
                raise self.error(f"Found invalid character {self.text[pos]!r}", pos)
        self.pos = end
        return self.text[start:end]

    def skip_comment(self):
        if self.peek() == "#":
            self.pos += 1
            self.read_until("\n", _BAD_IN_LINE, needed=False)

    # ---- statements ----

    def read_document(self):
        header, dotted = (), set()  # the tables that dotted keys have opened since the last header
        while True:
            self.skip(_WS)
            c = self.peek()
            if c == "[":
                for key in dotted:
                    self.marks.below(key).declared = True
                dotted.clear()
                header = self.read_list_header() if self.peek(2) == "[[" else self.read_header()
            elif c in _BARE or c and c in "'\"":
                self.read_assignment(header, dotted)
            elif c and c not in "\n#":
                raise self.error("Invalid statement")
            self.skip(_WS)
            self.skip_comment()
            if self.pos >= len(self.text):
                return self.root
            if self.peek() != "\n":
                raise self.error("Expected newline or end of document after a statement")
            self.pos += 1

    def read_header(self):
        self.pos += 1
        self.skip(_WS)
        key = self.read_key()
        if any(self.marks.find(key)):
            raise self.error(f"Cannot declare {key} twice")
        self.marks.below(key).declared = True
        self.guarded(_open_table, self.root, key)
        if self.peek() != "]":
            raise self.error("Expected ']' at the end of a table declaration")
        self.pos += 1
        return key

    def read_list_header(self):
        self.pos += 2
        self.skip(_WS)
        key = self.read_key()
        if self.marks.find(key)[1]:
            raise self.error(f"Cannot mutate immutable namespace {key}")
        self.marks.forget(key)  # another table, of which nothing is known
        self.marks.below(key).declared = True
        tables = self.guarded(_open_table, self.root, key[:-1]).setdefault(key[-1], [])
        if not isinstance(tables, list):
            raise self.error("Cannot overwrite a value")
        tables.append({})
        if self.peek(2) != "]]":
            raise self.error("Expected ']]' at the end of an array declaration")
        self.pos += 2
        return key

    def guarded(self, function, *args):
        try:
            return function(*args)
        except _Overwritten:
            raise self.error("Cannot overwrite a value") from None

    def read_assignment(self, header, dotted):
        key, value = self.read_pair()
        for i in range(1, len(key)):
            outer = header + key[:i]
            if self.marks.find(outer)[0]:
                raise self.error(f"Cannot redefine namespace {outer}")
            dotted.add(outer)
        around = header + key[:-1]
        if self.marks.find(around)[1]:
            raise self.error(f"Cannot mutate immutable namespace {around}")
        table = self.guarded(_open_table, self.root, around)
        if key[-1] in table:
            raise self.error("Cannot overwrite a value")
        if isinstance(value, (dict, list)):
            self.marks.below(header + key).frozen = True
        table[key[-1]] = value

    def read_pair(self):
        key = self.read_key()
        if self.peek() != "=":
            raise self.error("Expected '=' after a key in a key/value pair")
        self.pos += 1
        self.skip(_WS)
        return key, self.read_value()

    def read_key(self):
        key = (self.read_key_part(),)
        self.skip(_WS)
        while self.peek() == ".":
            self.pos += 1
            self.skip(_WS)
            key += (self.read_key_part(),)
            self.skip(_WS)
        return key

    def read_key_part(self):
        c, start = self.peek(), self.pos
        if c in _BARE:
            self.skip(_BARE)
            return self.text[start:self.pos]
        if c == "'":
            return self.read_literal()
        if c == '"':
            self.pos += 1
            return self.read_string(False)
        raise self.error("Invalid initial character for a key part")

    # ---- values ----

    def read_value(self):
        c = self.peek()
        if c == '"' or c == "'":
            if self.peek(3) == 3 * c:
                return self.read_lines(c)
            if c == "'":
                return self.read_literal()
            self.pos += 1
            return self.read_string(False)
        if c == "[":
            return self.read_array()
        if c == "{":
            return self.read_inline_table()
        for word, value in (("true", True), ("false", False)):
            if self.text.startswith(word, self.pos):
                self.pos += len(word)
                return value
        return self.read_scalar()

    def read_scalar(self):
        for pattern, make in ((_moment, self.make_moment), (_clock, self.make_clock), (_whole, self.make_whole),
                              (_decimal, self.make_decimal), (_odd_float, self.make_float)):
            match = pattern.match(self.text, self.pos)
            if match:
                value = make(match)
                self.pos = match.end()
                return value
        raise self.error("Invalid value")

    def make_moment(self, match):
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
        try:
            if match["hour"] is None:
                return _date(year, month, day)
            clock = self.make_clock(match)
            return _datetime(year, month, day, clock.hour, clock.minute, clock.second, clock.microsecond,
                             _zone(match))
        except ValueError as error:
            raise self.error("Invalid date or datetime") from error

    def make_clock(self, match):
        return _time(int(match["hour"]), int(match["minute"]), int(match["second"]),
                     int((match["us"] or "").ljust(6, "0")))

    def make_whole(self, match):
        return int(match[0], 0)

    def make_decimal(self, match):
        return self.make_float(match) if match[1] else int(match[0], 0)

    def make_float(self, match):
        value = self.parse_float(match[0])
        if self.parse_float is not float and isinstance(value, (dict, list)):
            raise ValueError("parse_float must not return dicts or lists")
        return value

    def read_array(self):
        self.pos += 1
        items = []
        while True:
            self.skip_blank()
            if self.peek() == "]":
                break
            items.append(self.read_value())
            self.skip_blank()
            if self.peek() == "]":
                break
            if self.peek() != ",":
                raise self.error("Unclosed array")
            self.pos += 1
        self.pos += 1
        return items

    def skip_blank(self):
        """Blanks, ends of lines and comments."""
        before = -1
        while before != self.pos:
            before = self.pos
            self.skip(_BLANK)
            self.skip_comment()

    def read_inline_table(self):
        self.pos += 1
        table, marks = {}, _Mark()
        self.skip(_WS)
        if self.peek() == "}":
            self.pos += 1
            return table
        while True:
            key, value = self.read_pair()
            if marks.find(key)[1]:
                raise self.error(f"Cannot mutate immutable namespace {key}")
            inner = self.guarded(_open_table, table, key[:-1], False)
            if key[-1] in inner:
                raise self.error(f"Duplicate inline table key {key[-1]!r}")
            inner[key[-1]] = value
            self.skip(_WS)
            c = self.peek()
            if c not in ("}", ","):
                raise self.error("Unclosed inline table")
            self.pos += 1
            if c == "}":
                return table
            if isinstance(value, (dict, list)):
                marks.below(key).frozen = True
            self.skip(_WS)

    # ---- strings ----

    def read_literal(self):
        self.pos += 1
        text = self.read_until("'", _BAD_IN_LINE)
        self.pos += 1
        return text

    def read_lines(self, quote):
        """A string of many lines; up to two quotes may stand in front of the three that end it."""
        self.pos += 3
        if self.peek() == "\n":
            self.pos += 1
        if quote == '"':
            text = self.read_string(True)
        else:
            text = self.read_until("'''", _BAD_IN_LINES)
            self.pos += 3
        for _ in range(2):
            if self.peek() == quote:
                self.pos += 1
                text += quote
        return text

    def read_string(self, lines):
        """Up to the quotes that end it, escapes read."""
        bad = _BAD_IN_LINES if lines else _BAD_IN_LINE
        end = '"""' if lines else '"'
        parts, start = [], self.pos
        while True:
            c = self.peek()
            if not c:
                raise self.error("Unterminated string")
            if self.text.startswith(end, self.pos):
                parts.append(self.text[start:self.pos])
                self.pos += len(end)
                return "".join(parts)
            if c == "\\":
                parts += self.text[start:self.pos], self.read_escape(lines)
                start = self.pos
            elif c in bad:
                raise self.error(f"Illegal character {c!r}")
            else:
                self.pos += 1

    def read_escape(self, lines):
        c = self.peek(2)[1:]
        self.pos += 2
        if lines and c and c in " \t\n":
            return self.join_lines(c)
        if c in ("u", "U"):
            return self.read_code(4 if c == "u" else 8)
        if c not in _ESCAPES:
            raise self.error("Unescaped '\\' in a string")
        return _ESCAPES[c]

    def join_lines(self, c):
        """A backslash at the end of a line takes all blanks behind it away."""
        if c != "\n":
            self.skip(_WS)
            if self.pos >= len(self.text):
                return ""
            if self.peek() != "\n":
                raise self.error("Unescaped '\\' in a string")
        self.skip(_BLANK)
        return ""

    def read_code(self, digits):
        text = self.peek(digits)
        if len(text) != digits or text.strip("0123456789abcdefABCDEF"):
            raise self.error("Invalid hex value")
        self.pos += digits
        code = int(text, 16)
        if 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            raise self.error("Escaped character is not a Unicode scalar value")
        return chr(code)


def _zone(match):
    if match["utc"]:
        return _timezone.utc
    if not match["zone"]:
        return None
    hours, minutes = match["zone"][1:].split(":")
    offset = _timedelta(hours=int(hours), minutes=int(minutes))
    return _timezone(offset if match["zone"][0] == "+" else -offset)
