# pprint: objects over several lines.
#
# What fits into the width goes on one line; else the container is opened, and each item is judged
# anew with the room that is left. How a type is laid out is found by its __repr__, so that a subclass
# with a __repr__ of its own shows that.

import sys
import types

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]

_builtin_scalars = frozenset({str, bytes, bytearray, float, complex, bool, type(None)})


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Prints an object with its items below each other."""
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact,
                  sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    """The same as a str."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact,
                         sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _Key:
    """Sorts what cannot be compared by type name and address."""

    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return self._rank() < other._rank()

    def _rank(self):
        return str(type(self.obj)), id(self.obj)


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


class _Written:
    """What takes the place of a list of pieces: each is written as soon as it is known."""

    __slots__ = ("append",)

    def __init__(self, stream):
        self.append = stream.write


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers
        self._recursive = False
        self._readable = True

    def pprint(self, object):
        if self._stream is not None:
            self._format(object, _Written(self._stream), 0, 0, {}, 0)
            self._stream.write("\n")

    def pformat(self, object):
        out = []
        self._format(object, out, 0, 0, {}, 0)
        return "".join(out)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        self._readable = self._readable and readable
        self._recursive = self._recursive or recursive
        return text

    # ---- over several lines ----

    def _format(self, object, out, indent, allowance, context, level):
        key = id(object)
        if key in context:
            out.append(_recursion(object))
            self._recursive = True
            self._readable = False
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            write = self._writer(object)
            if write is not None:
                context[key] = 1
                write(object, out, indent, allowance, context, level + 1)
                del context[key]
                return
        out.append(text)

    def _writer(self, object):
        kind = type(object)
        method = kind.__repr__
        if kind.__module__ == "builtins" or kind.__repr__ in _own:
            for base, name in _own.items():
                if method is base:
                    return getattr(self, name)
        if (name := _from_collections(method)) in _of_collections:
            return getattr(self, _of_collections[name])
        if isinstance(object, types.SimpleNamespace) and \
                method is types.SimpleNamespace.__repr__:
            return self._simple_namespace
        if hasattr(kind, "__dataclass_fields__") and kind.__dataclass_params__.repr and \
                hasattr(method, "__wrapped__") and "__create_fn__" in \
                method.__wrapped__.__code__.co_qualname:
            return self._dataclass
        return None

    def _dict(self, object, out, indent, allowance, context, level):
        out.append("{")
        if self._indent_per_level > 1:
            out.append((self._indent_per_level - 1) * " ")
        if object:
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()
            self._dict_items(list(items), out, indent, allowance + 1, context, level)
        out.append("}")

    def _dict_items(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        between = ",\n" + " " * indent
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            text = self._repr(key, context, level)
            out.append(text + ": ")
            self._format(value, out, indent + len(text) + 2, allowance if last else 1, context,
                         level)
            if not last:
                out.append(between)

    def _sequence(self, object, out, indent, allowance, context, level, start, end):
        out.append(start)
        self._items(object, out, indent, allowance + len(end), context, level)
        out.append(end)

    def _list(self, object, out, indent, allowance, context, level):
        self._sequence(object, out, indent, allowance, context, level, "[", "]")

    def _tuple(self, object, out, indent, allowance, context, level):
        self._sequence(object, out, indent, allowance, context, level, "(",
                       ",)" if len(object) == 1 else ")")

    def _set(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        kind = type(object)
        start, end = "{", "}"
        if kind is not set:
            start, end = kind.__name__ + "({", "})"
            indent += len(kind.__name__) + 1
        out.append(start)
        self._items(sorted(object, key=_Key), out, indent, allowance + len(end), context, level)
        out.append(end)

    def _items(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            out.append((self._indent_per_level - 1) * " ")
        between = ",\n" + " " * indent
        separator = ""
        width = room = self._width - indent + 1
        items = list(items)
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                needed = len(text) + 2
                if room < needed:
                    room = width
                    if separator:
                        separator = between
                if room >= needed:
                    room -= needed
                    out.append(separator + text)
                    separator = ", "
                    continue
            out.append(separator)
            separator = between
            self._format(item, out, indent, allowance if last else 1, context, level)

    def _str(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        lines = object.splitlines(True)
        parens = level == 1
        indent, allowance = indent + parens, allowance + parens
        width = self._width - indent
        pieces = []
        for i, line in enumerate(lines):
            last = width - allowance if i == len(lines) - 1 else width
            text = repr(line)
            pieces += [text] if len(text) <= last else _packed(_words(line), width, last)
        if len(pieces) == 1:
            out.append(pieces[0])
            return
        text = ("\n" + " " * indent).join(pieces)
        out.append(f"({text})" if parens else text)

    def _bytes(self, object, out, indent, allowance, context, level):
        if len(object) <= 4:
            out.append(repr(object))
            return
        parens = level == 1
        indent, allowance = indent + parens, allowance + parens
        width = self._width - indent
        parts = [object[i:i + 4] for i in range(0, len(object), 4)]
        # as in CPython a last part of four does not make room for what comes behind it
        pieces = _packed(parts, width, width - allowance if len(object) % 4 else width)
        text = ("\n" + " " * indent).join(pieces)
        out.append(f"({text})" if parens else text)

    def _bytearray(self, object, out, indent, allowance, context, level):
        out.append("bytearray(")
        self._bytes(bytes(object), out, indent + 10, allowance + 1, context, level + 1)
        out.append(")")

    def _wrapped(self, object, out, indent, allowance, context, level):
        """UserDict and its like: as what they have inside."""
        self._format(object.data, out, indent, allowance, context, level - 1)

    def _mappingproxy(self, object, out, indent, allowance, context, level):
        out.append("mappingproxy(")
        self._format(object.copy(), out, indent + 13, allowance + 1, context, level)
        out.append(")")

    def _call(self, name, pairs, out, indent, allowance, context, level):
        """name(a=1,
                b=2)"""
        indent += len(name) + 1
        out.append(name + "(")
        for i, (key, value) in enumerate(pairs):
            last = i == len(pairs) - 1
            out.append(f"{key}=")
            if id(value) in context:
                out.append("...")
            else:
                self._format(value, out, indent + len(key) + 1, allowance if last else 1, context,
                             level)
            if not last:
                out.append(",\n" + " " * indent)
        out.append(")")

    def _simple_namespace(self, object, out, indent, allowance, context, level):
        name = "namespace" if type(object) is types.SimpleNamespace else type(object).__name__
        self._call(name, list(object.__dict__.items()), out, indent, allowance, context, level)

    def _dataclass(self, object, out, indent, allowance, context, level):
        from dataclasses import fields
        pairs = [(f.name, getattr(object, f.name)) for f in fields(object) if f.repr]
        self._call(type(object).__name__, pairs, out, indent, allowance, context, level)

    def _ordered_dict(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + "(")
        self._format(list(object.items()), out, indent + len(name) + 1, allowance + 1, context, level)
        out.append(")")

    def _default_dict(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = type(object).__name__
        indent += len(name) + 1
        out.append(f"{name}({factory},\n{' ' * indent}")
        self._dict(object, out, indent, allowance + 1, context, level)
        out.append(")")

    def _counter(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + "({")
        if self._indent_per_level > 1:
            out.append((self._indent_per_level - 1) * " ")
        self._dict_items(object.most_common(), out, indent + len(name) + 1, allowance + 2, context,
                         level)
        out.append("})")

    def _chain_map(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        out.append(name + "(")
        indent += len(name) + 1
        for i, mapping in enumerate(object.maps):
            last = i == len(object.maps) - 1
            self._format(mapping, out, indent, allowance + 1 if last else 1, context, level)
            out.append(")" if last else ",\n" + " " * indent)

    def _deque(self, object, out, indent, allowance, context, level):
        if not len(object):
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + "([")
        self._items(object, out, indent + len(name) + 1, allowance + 2 if object.maxlen is None
                    else 2, context, level)
        if object.maxlen is None:
            out.append("])")
        else:
            out.append(f"],\n{' ' * (indent + len(name) + 1)}maxlen={object.maxlen!r})")

    # ---- on one line ----

    def _safe_repr(self, object, context, maxlevels, level):
        """Text, whether it can be read back, whether the object contains itself."""
        kind = type(object)
        if kind in _builtin_scalars:
            return repr(object), True, False
        method = getattr(kind, "__repr__", None)
        if issubclass(kind, int) and method is int.__repr__:
            return (f"{object:_d}" if self._underscore_numbers else repr(object)), True, False
        of_dict = issubclass(kind, dict) and method is dict.__repr__
        of_list = issubclass(kind, list) and method is list.__repr__
        of_tuple = issubclass(kind, tuple) and method is tuple.__repr__
        if not (of_dict or of_list or of_tuple):
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        if not object:
            return "{}" if of_dict else "[]" if of_list else "()", True, False
        key = id(object)
        if maxlevels and level >= maxlevels:
            return "{...}" if of_dict else "[...]" if of_list else "(...)", False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        readable, recursive, parts = True, False, []
        items = object
        if of_dict:
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()
        for item in items:
            shown = []
            for part in item if of_dict else (item,):
                text, can_read, is_recursive = self.format(part, context, maxlevels, level + 1)
                shown.append(text)
                readable = readable and can_read
                recursive = recursive or is_recursive
            parts.append(": ".join(shown))
        del context[key]
        inside = ", ".join(parts)
        if of_dict:
            return f"{{{inside}}}", readable, recursive
        if of_list:
            return f"[{inside}]", readable, recursive
        return (f"({inside},)" if len(object) == 1 else f"({inside})"), readable, recursive


def _packed(parts, width, last_width):
    """The parts joined to pieces whose repr is no wider than that; the one with the last part in it no
    wider than last_width."""
    current = parts[0][:0]
    for left, part in zip(range(len(parts) - 1, -1, -1), parts):
        if len(repr(current + part)) > (width if left else last_width):
            if current:
                yield repr(current)
            current = part
        else:
            current += part
    if current:
        yield repr(current)


def _words(line):
    """Runs of what is not blank, each with the blanks behind it."""
    words, at = [], 0
    while at < len(line):
        end = at
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        words.append(line[at:end])
        at = end
    return words


_of_collections = {"OrderedDict": "_ordered_dict", "deque": "_deque", "defaultdict": "_default_dict",
                   "Counter": "_counter", "ChainMap": "_chain_map", "UserDict": "_wrapped",
                   "UserList": "_wrapped", "UserString": "_wrapped"}


def _from_collections(method):
    """The class of collections whose __repr__ that is; else None."""
    owner = getattr(method, "__objclass__", None)
    if owner is not None:
        return owner.__name__ if owner.__module__ == "collections" else None
    if getattr(method, "__module__", None) == "collections":
        return method.__qualname__.partition(".")[0]
    return None


_own = {dict.__repr__: "_dict", list.__repr__: "_list", tuple.__repr__: "_tuple",
        set.__repr__: "_set", frozenset.__repr__: "_set", str.__repr__: "_str",
        bytes.__repr__: "_bytes", bytearray.__repr__: "_bytearray", types.MappingProxyType.__repr__: "_mappingproxy"}
