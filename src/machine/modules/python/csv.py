# Tables as text: the reader and the writer of _csv.py, and records as dicts.

import re
from io import StringIO
from sys import version_info as _version
from _csv import (Dialect as _Dialect, Error, QUOTE_ALL, QUOTE_MINIMAL, QUOTE_NONE, QUOTE_NONNUMERIC, __version__,
                  field_size_limit, get_dialect, list_dialects, reader, register_dialect, unregister_dialect, writer)

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab",
           "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer",
           "unregister_dialect", "DictReader", "DictWriter", "unix_dialect"]

if _version >= (3, 12):
    from _csv import QUOTE_NOTNULL, QUOTE_STRINGS
    __all__[4:4] = ["QUOTE_STRINGS", "QUOTE_NOTNULL"]


class Dialect:
    """To be derived from: the options are attributes of the class."""

    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        try:
            _Dialect(self)
        except TypeError as e:
            if _version >= (3, 13):
                raise Error(str(e)) from None
            raise Error(str(e))


class excel(Dialect):
    delimiter, quotechar, doublequote, skipinitialspace = ",", '"', True, False
    lineterminator, quoting = "\r\n", QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    delimiter, quotechar, doublequote, skipinitialspace = ",", '"', True, False
    lineterminator, quoting = "\n", QUOTE_ALL


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


def _kept(names):
    """Names that can be gone through more than once."""
    once = _version >= (3, 12) and names is not None and iter(names) is names
    return list(names) if once else names


class DictReader:
    """Records as dicts; the names are those of the first record, unless they are given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames, self.restkey, self.restval = _kept(fieldnames), restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect, self.line_num = dialect, 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        names = self._fieldnames
        if names is None:
            names = self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return names

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if not self.line_num:
            self.fieldnames  # the first record may have them
        row, self.line_num = next(self.reader), self.reader.line_num
        row = row or next(filter(None, self.reader))  # blank lines are no records
        names = self.fieldnames
        record = dict(zip(names, row))
        if len(row) > len(names):
            record[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            record[name] = self.restval
        return record

    if _version >= (3, 12):
        def __class_getitem__(cls, item):
            from types import GenericAlias
            return GenericAlias(cls, item)


class DictWriter:
    """Writes dicts as records, in the order of the names."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames, self.restval = _kept(fieldnames), restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction.lower() if _version >= (3, 12) else extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _dict_to_list(self, record):
        if self.extrasaction == "raise":
            wrong = record.keys() - self.fieldnames
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(map(repr, wrong)))
        return (record.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._dict_to_list(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._dict_to_list, rowdicts))

    if _version >= (3, 12):
        def __class_getitem__(cls, item):
            from types import GenericAlias
            return GenericAlias(cls, item)


# ---- what a table may be written in --------------------------------------------------------------

_CHUNK = 10       # lines that are looked at before it is asked whether they suffice
_ROWS = 21        # that tell whether the first one is a header
_LEAST = 0.9      # of the lines must agree on how often a delimiter stands in them

_BETWEEN = r"""(?P<delim>[^\w\n"'])(?P<space> ?)"""
_QUOTED = r"""(?P<quote>["']).*?(?P=quote)"""
_BEGIN, _END = r"(?:^|\n)", r"(?:$|\n)"
# A quoted field between two delimiters, at the begin of a line, at its end, and alone.
_FIELDS = (_BETWEEN + _QUOTED + "(?P=delim)", _BEGIN + _QUOTED + _BETWEEN, _BETWEEN + _QUOTED + _END,
           _BEGIN + _QUOTED + _END)


def _count(table, key):
    table[key] = table.get(key, 0) + 1


def _most(table):
    return max(table, key=table.get)


def _has_doubled_quotes(sample, quote, delimiter):
    edge = re.escape(delimiter)
    inside = f"[^{edge}\n]*"
    return re.search(rf"(?:{edge}|^)\W*{quote}{inside}{quote}{inside}{quote}\W*(?:{edge}|$)", sample,
                     re.MULTILINE) is not None


def _steadiness(table):
    """How often a character stands in most lines; how many more lines have it so often than have it otherwise."""
    usual = _most(table)
    return usual, 2 * table[usual] - sum(table.values())


class Sniffer:
    """Guesses from a sample how a table is written."""

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        """A Dialect; Error if nothing seems to part the fields."""
        quote, doubled, delim, skips = self._guess_quote_and_delimiter(sample, delimiters)
        if not delim:
            delim, skips = self._guess_delimiter(sample, delimiters)
        if not delim:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL

        dialect.doublequote, dialect.delimiter = doubled, delim
        dialect.quotechar, dialect.skipinitialspace = quote or '"', skips
        return dialect

    def _guess_quote_and_delimiter(self, sample, delimiters):
        """From what stands in quotes, and what stands around it."""
        for pattern in _FIELDS:
            found = list(re.finditer(pattern, sample, re.DOTALL | re.MULTILINE))
            if found:
                break
        else:
            return "", False, None, 0
        quotes, delims, spaces = {}, {}, 0
        for match in found:
            parts = match.groupdict()
            _count(quotes, parts["quote"])
            if "delim" in parts:
                if delimiters is None or parts["delim"] in delimiters:
                    _count(delims, parts["delim"])
                spaces += parts["space"] != ""
        quote = _most(quotes)
        delim, skips = "", 0
        if delims:
            delim = _most(delims)
            skips = delims[delim] == spaces
        return quote, _has_doubled_quotes(sample, quote, delim), delim, skips

    def _guess_delimiter(self, sample, delimiters):
        """The character that stands in nearly every line, and equally often in each."""
        lines = [line for line in sample.split("\n") if line]
        tables = {chr(n): {} for n in range(127)}
        candidates = {}
        for start in range(0, len(lines), _CHUNK):
            for line in lines[start:start + _CHUNK]:
                for char, table in tables.items():
                    _count(table, line.count(char))
            seen = min(start + _CHUNK, len(lines))
            candidates = self._candidates(tables, seen, delimiters)
            if candidates:
                break
        if not candidates:
            return "", 0
        liked = [d for d in self.preferred if d in candidates] if len(candidates) > 1 else None
        delim = liked[0] if liked else max(candidates, key=lambda d: (candidates[d], d))
        return delim, lines[0].count(delim) == lines[0].count(delim + " ")

    def _candidates(self, tables, lines, delimiters):
        steady = {}
        for char, table in tables.items():
            usual, agree = _steadiness(table)
            if usual > 0 and agree > 0 and (delimiters is None or char in delimiters):
                steady[char] = usual, agree
        share = 1.0
        while share >= _LEAST:
            found = {char: of for char, of in steady.items() if of[1] / lines >= share}
            if found:
                return found
            share -= 0.01
        return {}

    def has_header(self, sample):
        """Is the first line unlike the others?  Each column that is of one kind has a vote."""
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for _, row in zip(range(_ROWS), rows):
            if len(row) != len(header):
                continue
            for column in list(kinds):
                kind = _kind(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kinds[column] != kind:
                    del kinds[column]
        votes = sum(1 if _is_unlike(header[column], kind) else -1 for column, kind in kinds.items())
        return votes > 0


def _kind(text):
    """Of a number, or how long the text is."""
    try:
        complex(text)
    except (ValueError, OverflowError):
        return len(text)
    return complex


def _is_unlike(text, kind):
    if isinstance(kind, int):
        return len(text) != kind
    return kind is None or _kind(text) is not complex
