# repr(), but short: of what is large the beginning, of what is deep the outside.

import builtins as _builtins
from itertools import islice as _islice
from sys import version_info as _version

__all__ = ["Repr", "repr", "recursive_repr"]


def recursive_repr(fillvalue="..."):
    """A decorator of __repr__: inside of itself an object shows as the fill value."""
    def decorating_function(user_function):
        running = set()

        def wrapper(self):
            key = id(self)
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return user_function(self)
            finally:
                running.discard(key)

        for name in ("__module__", "__doc__", "__name__", "__qualname__", "__annotations__"):
            setattr(wrapper, name, getattr(user_function, name))
        if _version >= (3, 12):
            wrapper.__type_params__ = user_function.__type_params__
        if _version >= (3, 12, 3):
            wrapper.__wrapped__ = user_function
        return wrapper
    return decorating_function


class Repr:
    _LIMITS = {"maxlevel": 6, "maxtuple": 6, "maxlist": 6, "maxarray": 5, "maxdict": 4, "maxset": 6, "maxfrozenset": 6,
               "maxdeque": 6, "maxstring": 30, "maxlong": 40, "maxother": 30, "fillvalue": "...", "indent": None}

    def __init__(self, **limits):
        if limits and _version < (3, 12):
            name = next(iter(limits))
            raise TypeError(f"Repr.__init__() got an unexpected keyword argument '{name}'")
        for name in limits:
            if name not in self._LIMITS:
                raise TypeError(f"Repr.__init__() got an unexpected keyword argument '{name}'")
        self.__dict__.update(self._LIMITS | limits)

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        name = type(x).__name__.replace(" ", "_")
        method = getattr(self, "repr_" + name, None)
        return self.repr_instance(x, level) if method is None else method(x, level)

    def _within(self, pieces, left, right):
        """In a line, or on lines of their own."""
        if self.indent is None or not pieces:
            return left + ", ".join(pieces) + right
        indent = self.indent
        if not isinstance(indent, str):
            if not isinstance(indent, int):
                raise TypeError(f"Repr.indent must be a str, int or None, not {type(indent)}")
            if isinstance(indent, int) and indent < 0:
                raise ValueError(f"Repr.indent cannot be negative int (was {indent!r})")
            indent = " " * indent
        inner = ",\n".join(pieces).replace("\n", "\n" + indent)
        return f"{left}\n{indent}{inner},\n{right}"

    def _repr_iterable(self, x, level, left, right, maxiter, trail=""):
        count = len(x)
        if level <= 0 and count:
            return left + self.fillvalue + right
        pieces = [self.repr1(item, level - 1) for item in _islice(x, maxiter)]
        if count > maxiter:
            pieces.append(self.fillvalue)
        if count == 1 and trail and self.indent is None:
            right = trail + right
        return self._within(pieces, left, right)

    def repr_tuple(self, x, level):
        return self._repr_iterable(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._repr_iterable(x, level, "[", "]", self.maxlist)

    def repr_array(self, x, level):
        if not x:
            return "array('%s')" % x.typecode
        return self._repr_iterable(x, level, "array('%s', [" % x.typecode, "])", self.maxarray)

    def repr_set(self, x, level):
        return self._repr_iterable(_in_order(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        if not x:
            return "frozenset()"
        return self._repr_iterable(_in_order(x), level, "frozenset({", "})", self.maxfrozenset)

    def repr_deque(self, x, level):
        return self._repr_iterable(x, level, "deque([", "])", self.maxdeque)

    def repr_dict(self, x, level):
        if not x:
            return "{}"
        if level <= 0:
            return "{" + self.fillvalue + "}"
        pieces = [f"{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}"
                  for key in _islice(_in_order(x), self.maxdict)]
        if len(x) > self.maxdict:
            pieces.append(self.fillvalue)
        return self._within(pieces, "{", "}")

    def _cut(self, text, most):
        """The middle left out."""
        if len(text) <= most:
            return text
        return self._ends(text, most)

    def _ends(self, text, most):
        before = max(0, (most - len(self.fillvalue)) // 2)
        after = max(0, most - len(self.fillvalue) - before)
        return text[:before] + self.fillvalue + text[len(text) - after:]

    def repr_str(self, x, level):
        text = _builtins.repr(x[:self.maxstring])
        if len(text) <= self.maxstring:
            return text
        before = max(0, (self.maxstring - 3) // 2)
        after = max(0, self.maxstring - 3 - before)
        return self._ends(_builtins.repr(x[:before] + x[len(x) - after:]), self.maxstring)

    def repr_int(self, x, level):
        return self._cut(_builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = _builtins.repr(x)
        except Exception:
            return "<%s instance at %#x>" % (type(x).__name__, id(x))
        return self._cut(text, self.maxother)


def _in_order(x):
    try:
        return sorted(x)
    except Exception:
        return list(x)


aRepr = Repr()
repr = aRepr.repr
