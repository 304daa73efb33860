"""Copies: of an object alone, or of everything that it leads to."""

import types as _types
import weakref as _weakref
from copyreg import dispatch_table as _reducers

from _machine import refuse as _refuse

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error

_ATOMIC = {type(None), int, float, bool, complex, bytes, str, type, range, _types.BuiltinFunctionType,
           type(Ellipsis), type(NotImplemented), _types.FunctionType, _weakref.ref, _types.CodeType, property}
_nil = []


def _method(cls, name):
    """A method that a class defines, or inherits from any class but object."""
    for base in cls.__mro__:
        if base is not object and name in base.__dict__:
            return base.__dict__[name]
    return None


def copy(x):
    """A new object that holds what x holds."""
    cls = type(x)
    if cls in _ATOMIC or cls is slice or cls is tuple or cls is frozenset or issubclass(cls, type):
        return x
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return cls.copy(x)
    own = getattr(cls, "__copy__", None)
    if own is not None:
        return own(x)
    reduced = _reduced(x, cls)
    if isinstance(reduced, str):
        return x
    return _rebuild(x, None, *reduced)


def deepcopy(x, memo=None, _nil=_nil):
    """A new object that holds copies of all that x holds; what is shared in x is shared in the copy."""
    cls = type(x)
    if cls in _ATOMIC:
        return x
    key = id(x)
    if memo is None:
        memo = {}
    else:
        y = memo.get(key, _nil)
        if y is not _nil:
            return y
    copier = _dispatch.get(cls)
    if copier is not None:
        y = copier(x, memo)
    elif issubclass(cls, type):
        y = x
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            y = copier(memo)
        else:
            reduced = _reduced(x, cls)
            y = x if isinstance(reduced, str) else _rebuild(x, memo, *reduced)
    if y is not x:
        memo[key] = y
        _keep_alive(x, memo)
    return y


def _keep_alive(x, memo):
    """While the memo lives no other object may get the identity of x."""
    try:
        memo[id(memo)].append(x)
    except KeyError:
        memo[id(memo)] = [x]


def _deepcopy_list(x, memo):
    y = []
    memo[id(x)] = y
    append = y.append
    for a in x:
        append(deepcopy(a, memo))
    return y


def _deepcopy_tuple(x, memo):
    y = [deepcopy(a, memo) for a in x]
    try:
        return memo[id(x)]  # x leads back to itself, and has been copied on the way
    except KeyError:
        pass
    for old, new in zip(x, y):
        if old is not new:
            return tuple(y)
    return x


def _deepcopy_dict(x, memo):
    y = {}
    memo[id(x)] = y
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_dispatch = {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict, _types.MethodType: _deepcopy_method}


# ---- how an object is taken apart: object.__reduce_ex__(4)

def _reduced(x, cls):
    reducer = _reducers.get(cls)
    if reducer is not None:
        return reducer(x)
    for name, args in (("__reduce_ex__", (4,)), ("__reduce__", ())):
        if _method(cls, name) is not None:
            return getattr(x, name)(*args)
    if isinstance(x, BaseException):
        return (cls, x.args, x.__dict__) if x.__dict__ else (cls, x.args)
    if isinstance(x, (set, frozenset)):
        return cls, (list(x),), getattr(x, "__dict__", None) or None
    if isinstance(x, bytearray):
        return cls, (bytes(x),), getattr(x, "__dict__", None) or None
    if isinstance(x, (_types.GeneratorType, _types.ModuleType)):
        raise TypeError("cannot pickle %r object" % cls.__name__)
    return _reduced_by_new(x, cls)


def _arguments(x, cls):
    """Of cls.__new__."""
    if _method(cls, "__getnewargs_ex__") is not None:
        return x.__getnewargs_ex__()
    for base in cls.__mro__:
        if base in (int, str, float, complex, bytes, tuple):
            return (base(x),) if base is not complex else (x.real, x.imag), {}
        if base is not object and "__getnewargs__" in base.__dict__:
            return x.__getnewargs__(), {}
    return (), {}


def _made_by_class_statements(cls):
    """Is all that an instance holds known: attributes, slots, and what list and dict hold?"""
    known = (object, list, dict, int, str, float, complex, bytes, tuple)
    return all(base in known or "__module__" in base.__dict__ for base in cls.__mro__)


def _reduced_by_new(x, cls):
    if cls is not object and not _made_by_class_statements(cls):
        _refuse("copying a %s" % cls.__name__)
    args, kwargs = _arguments(x, cls)
    if kwargs:
        make, args = (lambda args, kwargs: cls.__new__(cls, *args, **kwargs)), (args, kwargs)
    else:
        make = lambda *args: cls.__new__(cls, *args)
    return (make, args, _state(x, cls),
            iter(x) if isinstance(x, list) else None, iter(x.items()) if isinstance(x, dict) else None)


def _slot_names(cls):
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in [slots] if isinstance(slots, str) else slots:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__") and base.__name__.strip("_"):
                name = "_" + base.__name__.lstrip("_") + name
            names.append(name)
    return names


def _state(x, cls):
    """object.__getstate__, unless the class has its own."""
    if _method(cls, "__getstate__") is not None:
        return x.__getstate__()
    attributes = getattr(x, "__dict__", None) or None
    slots = {}
    for name in _slot_names(cls):
        try:
            slots[name] = getattr(x, name)
        except AttributeError:
            pass
    return (attributes, slots) if slots else attributes


def _rebuild(x, memo, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, deepcopy=deepcopy):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(a, memo) for a in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(y, name, value)
    if listitems is not None:
        for item in listitems:
            y.append(deepcopy(item, memo) if deep else item)
    if dictitems is not None:
        for key, value in dictitems:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            y[key] = value
    return y
