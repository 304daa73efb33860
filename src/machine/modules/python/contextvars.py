# Variables of a context: what runs in a copy of a context changes the copy only.
#
# A context's values are never changed in place: to set one makes a new dict, so that copying a context
# is to share its dict.

from asyncio.events import use_contexts as _use_contexts
from _library import (builtin as _builtin, builtin_class as _builtin_class, final as _final,
                      named_with_module as _named)
from _collections_abc import Mapping as _Mapping

__all__ = ("Context", "ContextVar", "Token", "copy_context")


class _Missing:
    def __repr__(self):
        return "<Token.MISSING>"


_MISSING = _Missing()


class Context(_Mapping):
    """A mapping of variables to what they have in it."""

    __slots__ = ("_values", "_outer", "__weakref__")

    def __init__(self, *args, **kwargs):
        if args or kwargs:
            raise TypeError("Context() does not accept any arguments")
        self._values, self._outer = {}, None

    def run(self, callable, /, *args, **kwargs):
        global _current
        if self._outer is not None:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        self._outer, _current = _current, self
        try:
            return callable(*args, **kwargs)
        finally:
            _current, self._outer = self._outer, None

    def copy(self):
        made = Context()
        made._values = self._values
        return made

    def __getitem__(self, var):
        _check_key(var)
        return self._values[var]

    def __contains__(self, var):
        _check_key(var)
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __repr__(self):
        return f"<_contextvars.Context object at {id(self):#x}>"

    __hash__ = None


def _check_key(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {var!r}")


_current = Context()
_current._outer = _current  # it is entered for ever


@_builtin
def copy_context():
    return _current.copy()


class ContextVar:
    __slots__ = ("_name", "_default", "__weakref__")

    def __init__(self, *args, default=_MISSING):
        if len(args) != 1:
            raise TypeError(f"ContextVar() takes {'exactly' if not args else 'at most'} 1 positional argument "
                            f"({len(args)} given)")
        name, = args
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name, self._default = name, default

    name = property(lambda self: self._name)

    def get(self, default=_MISSING, /):
        for value in (_current._values.get(self, _MISSING), default, self._default):
            if value is not _MISSING:
                return value
        raise LookupError(self)

    def set(self, value, /):
        token = object.__new__(Token)
        token._var, token._context, token._used = self, _current, False
        token._old = _current._values.get(self, _MISSING)
        _current._values = {**_current._values, self: value}
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        if token._context is not _current:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        values = dict(_current._values)
        if token._old is _MISSING:
            del values[self]
        else:
            values[self] = token._old
        _current._values = values

    def __repr__(self):
        default = f" default={self._default!r}" if self._default is not _MISSING else ""
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class Token:
    """What set() gives, for reset()."""

    __slots__ = ("_var", "_context", "_used", "_old")
    MISSING = _MISSING

    def __new__(cls, *args, **kwargs):
        raise RuntimeError("Tokens can only be created by ContextVars")

    var = property(lambda self: self._var)
    old_value = property(lambda self: self._old)

    def __repr__(self):
        return f"<Token{' used' if self._used else ''} var={self._var!r} at {id(self):#x}>"

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


for _type in Context, ContextVar, Token:
    _type.__module__ = "_contextvars"
    _final(_builtin_class(_named(_type)))
del _type
_use_contexts(copy_context)
