# json.encoder: the class around _json's writer.

from sys import version_info as _version

from _json import encode as _encode, encode_basestring, encode_basestring_ascii

INFINITY = float("inf")


class JSONEncoder:
    """Writes dicts, lists, tuples, str, numbers, True, False and None as JSON."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.check_circular = skipkeys, ensure_ascii, check_circular
        self.allow_nan, self.sort_keys, self.indent = allow_nan, sort_keys, indent
        if separators is None and indent is not None:
            self.item_separator = ","  # the line ends behind it
        elif separators is not None:
            self.item_separator, self.key_separator = separators
        if default is not None:
            self.default = default

    def default(self, o):
        """What to write instead of an object that JSON does not know: to be overridden."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """The text of a value."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        if type(self).iterencode is not JSONEncoder.iterencode:
            return "".join(self.iterencode(o, _one_shot=True))
        return self._whole(o)

    def _whole(self, o):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        return _encode(o, self.default, indent, self.item_separator, self.key_separator,
                       self.check_circular, self.ensure_ascii, self.sort_keys, self.skipkeys,
                       self.allow_nan)

    def iterencode(self, o, _one_shot=False):
        """The text of a value, piece by piece."""
        if _one_shot and self.indent is None:
            return (self._whole(o),)
        return self._pieces(o, 0, {})

    def _atom(self, o):
        # the text of what holds nothing; None for all else
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        if o is None or isinstance(o, (bool, int, float)):
            return _encode(o, None, "" if self.indent is not None else None, "", "", True, True, False, False,
                           self.allow_nan)
        return None

    def _pieces(self, o, depth, markers):
        text = self._atom(o)
        if text is not None:
            yield text
            return
        if isinstance(o, (list, tuple, dict)):
            if not o:
                yield "{}" if isinstance(o, dict) else "[]"
                return
            body = self._dict_pieces if isinstance(o, dict) else self._list_pieces
            argument = o
        else:
            body = self._pieces
            argument = None
        if self.check_circular:
            if id(o) in markers:
                raise ValueError("Circular reference detected")
            markers[id(o)] = o
        if argument is None:
            yield from self._pieces(self.default(o), depth, markers)
        else:
            yield from body(o, depth + 1, markers)
        if self.check_circular:
            del markers[id(o)]

    def _newline(self, depth):
        if self.indent is None:
            return ""
        return "\n" + (self.indent if isinstance(self.indent, str) else " " * self.indent) * depth

    def _list_pieces(self, items, depth, markers):
        newline = self._newline(depth)
        before = "[" + newline
        for value in items:
            text = self._atom(value)
            if text is not None:
                yield before + text
            else:
                yield before
                yield from self._pieces(value, depth, markers)
            before = self.item_separator + newline
        if newline:
            yield self._newline(depth - 1)
        yield "]"

    def _dict_pieces(self, dct, depth, markers):
        yield "{"
        newline = self._newline(depth)
        indents_nothing = _version < (3, 13, 5)
        if newline and indents_nothing:
            yield newline
        first = True
        pairs = sorted(dct.items()) if self.sort_keys else dct.items()
        for key, value in pairs:
            if not isinstance(key, str):
                if key is None or isinstance(key, (bool, int, float)):
                    key = self._atom(key)
                elif self.skipkeys:
                    continue
                else:
                    raise TypeError("keys must be str, int, float, bool or None, "
                                    f"not {key.__class__.__name__}")
            if not first:
                yield self.item_separator + newline
            elif newline and not indents_nothing:
                yield newline
            first = False
            yield encode_basestring_ascii(key) if self.ensure_ascii else encode_basestring(key)
            yield self.key_separator
            yield from self._pieces(value, depth, markers)
        if newline and (indents_nothing or not first):
            yield self._newline(depth - 1)
        yield "}"
