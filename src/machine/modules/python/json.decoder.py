# json.decoder: the class around _json's reader.

from _json import scan as _scan, scanstring as _scanstring

__all__ = ["JSONDecoder", "JSONDecodeError"]

NaN = float("nan")
PosInf = float("inf")
NegInf = float("-inf")
_CONSTANTS = {"-Infinity": NegInf, "Infinity": PosInf, "NaN": NaN}
_BLANKS = " \t\n\r"


class JSONDecodeError(ValueError):
    """What is wrong with a text, and where: msg, doc, pos, lineno, colno."""

    def __init__(self, msg, doc, pos):
        line, column = doc.count("\n", 0, pos) + 1, pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {line} column {column} (char {pos})")
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, line, column

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def scanstring(s, end, strict=True):
    """The string whose text begins at end, and the index behind its quote."""
    return _scanstring(s, end, JSONDecodeError, strict)


def _behind_blanks(s, end):
    while end < len(s) and s[end] in _BLANKS:
        end += 1
    return end


class JSONDecoder:
    """Reads JSON: objects as dicts, arrays as lists."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook, self.strict = object_hook, object_pairs_hook, strict
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__

    def scan_once(self, s, idx):
        return _scan(s, idx, *self._reads())

    def _reads(self):
        parse_float, parse_int = self.parse_float, self.parse_int
        return (JSONDecodeError, self.strict, self.object_hook, self.object_pairs_hook,
                None if parse_float is float else parse_float,
                None if parse_int is int else parse_int, self.parse_constant)

    def decode(self, s, _w=None):
        """The value that the whole text stands for."""
        obj, end = self.raw_decode(s, _behind_blanks(s, 0))
        end = _behind_blanks(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """The value that begins at idx, and the index behind it."""
        try:
            if type(self).scan_once is _scan_once and "scan_once" not in self.__dict__:
                return _scan(s, idx, *self._reads())    # a frame less for a traceback to hold
            return self.scan_once(s, idx)
        except StopIteration as end:
            raise JSONDecodeError("Expecting value", s, end.value) from None


_scan_once = JSONDecoder.scan_once
