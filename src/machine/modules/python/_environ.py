# The class of os.environ.  CPython has loaded os before a program begins, so that the class is among those that
# abstract classes ask, whether or not the program imports os.

from _collections_abc import Mapping, MutableMapping


class _Environ(MutableMapping):
    """The variables, as str or, over the same dict, as bytes."""

    __module__ = "os"

    def __init__(self, data, encode, decode):
        self._data, self.encodekey, self.encodevalue = data, encode, encode
        self.decodekey = self.decodevalue = decode

    def __getitem__(self, key):
        try:
            value = self._data[self.encodekey(key)]
        except KeyError:
            raise KeyError(key) from None
        return self.decodevalue(value)

    def __setitem__(self, key, value):
        key, value = self.encodekey(key), self.encodevalue(value)
        if not key or b"=" in key:
            raise OSError(22, "Invalid argument") if not key else ValueError("illegal environment variable name")
        self._data[key] = value

    def __delitem__(self, key):
        try:
            del self._data[self.encodekey(key)]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        shown = ", ".join(f"{self.decodekey(k)!r}: {self.decodevalue(v)!r}" for k, v in self._data.items())
        return f"environ({{{shown}}})"

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key in self:
            return self[key]
        self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        return {**self, **other} if isinstance(other, Mapping) else NotImplemented

    def __ror__(self, other):
        return {**other, **self} if isinstance(other, Mapping) else NotImplemented
