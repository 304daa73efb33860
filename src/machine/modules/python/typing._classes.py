# Generic and Protocol.

import abc
import collections.abc
import sys
from _machine import calling_module
from typing._forms import (ParamSpec, TypeVar, TypeVarTuple, _GenericAlias, _UnpackGenericAlias,
                           _check_count, _collect_parameters, _prepare, _type_convert, meet_generic,
                           remembered)

_version = sys.version_info[:2]

# ---- Generic -----------------------------------------------------------------------------------


def _is_variable(param):
    if isinstance(param, _UnpackGenericAlias):
        return isinstance(param.__args__[0], TypeVarTuple)
    return isinstance(param, (TypeVar, ParamSpec))


@remembered
def _generic_class_getitem(cls, params):
    if not isinstance(params, tuple):
        params = (params,)
    params = tuple([_type_convert(p) for p in params])
    if cls in (Generic, Protocol):
        if not params:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(map(_is_variable, params)):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or "
                            f"parameter specification variables.")
        if len(set(params)) != len(params):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        return _GenericAlias(cls, params)
    params = _prepare(cls, params)
    _check_specialization(cls, len(params))
    flat = []
    for own, given in zip(cls.__parameters__, params):
        flat += given if isinstance(own, TypeVarTuple) else (given,)
    return _GenericAlias(cls, tuple(flat))


def _check_specialization(cls, given):
    """Whether that is how many it takes: those with defaults may be missing."""
    params = cls.__parameters__
    if not params:
        raise TypeError(f"{cls} is not a generic class")
    if _version >= (3, 13) and given < len(params):
        if params[given].has_default():
            return
        least = len(params) - sum(p.has_default() for p in params[given:])
        raise TypeError(f"Too few arguments for {cls}; actual {given}, expected at least {least}")
    _check_count(cls, given, len(params))


class Generic:
    """A class with type variables."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        return _generic_class_getitem(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        _find_parameters(cls)


def _find_parameters(cls):
    if "__orig_bases__" in cls.__dict__:
        wrong = Generic in cls.__orig_bases__
    else:
        wrong = Generic in cls.__bases__ and cls.__name__ != "Protocol" and \
            type(cls).__name__ != "_TypedDictMeta"
    if wrong:
        raise TypeError("Cannot inherit from plain Generic")
    cls.__parameters__ = ()
    if "__orig_bases__" not in cls.__dict__:
        return
    found = _collect_parameters(cls.__orig_bases__)
    said = None
    for base in cls.__orig_bases__:
        if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, Protocol):
            if said is not None:
                raise TypeError("Cannot inherit from Generic[...] multiple times.")
            said = base.__parameters__
            origin = base.__origin__
    if said is not None:
        missing = [p for p in found if p not in said]
        if missing:
            names = ", ".join(str(p) for p in missing)
            args = ", ".join(str(p) for p in said)
            raise TypeError(f"Some type variables ({names}) are not listed in "
                            f"{origin.__name__}[{args}]")
        found = said
    cls.__parameters__ = tuple(found)


# ---- protocols ---------------------------------------------------------------------------------

_NOT_MEMBERS = frozenset(
    "__parameters__ __orig_bases__ __orig_class__ _is_protocol _is_runtime_protocol "
    "__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__ "
    "__subclasshook__ __weakref__ __class_getitem__ _MutableMapping__marker".split())
if _version >= (3, 12):
    _NOT_MEMBERS |= {"__protocol_attrs__", "__type_params__"}
elif sys.version_info[:3] > (3, 11, 2):
    _NOT_MEMBERS |= {"__final__"}
if _version >= (3, 13):
    _NOT_MEMBERS |= {"__non_callable_proto_members__", "__match_args__", "__static_attributes__",
                     "__firstlineno__"}
elif _version >= (3, 12):
    _NOT_MEMBERS |= {"__callable_proto_members_only__"}
_NO_PROTOCOLS = {
    "collections.abc": "Callable Awaitable Iterable Iterator AsyncIterable Hashable Sized Container "
                       "Collection Reversible".split() + ["Buffer"] * (_version >= (3, 12)),
    "contextlib": ["AbstractContextManager", "AbstractAsyncContextManager"]}
_NOT_RUNTIME = "Instance and class checks can only be used with @runtime_checkable protocols"
_NOT_METHODS = "Protocols with non-method members don't support issubclass()"


def _get_protocol_attrs(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in (*base.__dict__, *getattr(base, "__annotations__", {})):
            if not name.startswith("_abc_") and name not in _NOT_MEMBERS:
                names.add(name)
    return names


def _check_bases(bases):
    for base in bases:
        if not (base in (object, Generic) or base.__name__ in _NO_PROTOCOLS.get(base.__module__, ())
                or issubclass(base, Generic) and getattr(base, "_is_protocol", False)):
            raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")


def _reckless(level=1):
    """Whether it is abc or functools that asks what asks this: about a class that nobody named."""
    return calling_module(level + 1) in ("abc", "functools", None)


def _only_methods(cls):
    return all(callable(getattr(cls, name, None)) for name in _get_protocol_attrs(cls))


def _check_class(other):
    if not isinstance(other, type):
        raise TypeError("issubclass() arg 1 must be a class")


def _lacks(cls, other):
    """Whether another class, or one of those that it inherits from, lacks a member."""
    for name in cls.__protocol_attrs__ if _version >= (3, 12) else _get_protocol_attrs(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return True
                break
            hints = getattr(base, "__annotations__", {})
            if isinstance(hints, collections.abc.Mapping) and name in hints and \
                    issubclass(other, Generic) and getattr(other, "_is_protocol", False):
                break
        else:
            return True
    return False


if _version >= (3, 12):
    @classmethod
    def _proto_hook(cls, other):
        if not cls.__dict__.get("_is_protocol", False) or _lacks(cls, other):
            return NotImplemented
        return True


def _proto_hook_of(cls):
    """Up to 3.11 it is in the hook that classes are checked."""
    def _proto_hook(other):
        if not cls.__dict__.get("_is_protocol", False):
            return NotImplemented
        if not getattr(cls, "_is_runtime_protocol", False):
            if _reckless(2):
                return NotImplemented
            raise TypeError(_NOT_RUNTIME)
        if not _only_methods(cls):
            if _reckless(2):
                return NotImplemented
            raise TypeError(_NOT_METHODS)
        _check_class(other)
        return NotImplemented if _lacks(cls, other) else True
    return _proto_hook


def _no_init_or_replace_init(self, *args, **kwargs):
    """Of classes that derive from protocols: the __init__ that comes after those of protocols."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is not _no_init_or_replace_init:
        return
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


Protocol = None     # until there is one


class _ProtocolMeta(abc.ABCMeta):
    if _version >= (3, 12):
        def __new__(mcls, name, bases, namespace, /, **kwargs):
            if Protocol in bases:
                _check_bases(bases)
            return super().__new__(mcls, name, bases, namespace, **kwargs)

        def __init__(cls, *args, **kwargs):
            super().__init__(*args, **kwargs)
            if getattr(cls, "_is_protocol", False):
                cls.__protocol_attrs__ = _get_protocol_attrs(cls)
                if _version < (3, 13):
                    cls.__callable_proto_members_only__ = _only_methods(cls)

        def __subclasscheck__(cls, other):
            if cls is Protocol:
                return type.__subclasscheck__(cls, other)
            if getattr(cls, "_is_protocol", False) and not _reckless():
                own_hook = cls.__dict__.get("__subclasshook__") is not _proto_hook
                (_check_subclass if _version >= (3, 13) else _check_subclass_12)(cls, other, own_hook)
            return super().__subclasscheck__(other)

        def __instancecheck__(cls, instance):
            if cls is Protocol:
                return type.__instancecheck__(cls, instance)
            if not getattr(cls, "_is_protocol", False):
                return super().__instancecheck__(instance)
            if not getattr(cls, "_is_runtime_protocol", False) and not _reckless():
                raise TypeError(_NOT_RUNTIME)
            return super().__instancecheck__(instance) or _has_members(cls, instance)
    else:
        def __instancecheck__(cls, instance):
            protocol = getattr(cls, "_is_protocol", False)
            if protocol and not getattr(cls, "_is_runtime_protocol", False) and not _reckless():
                raise TypeError(_NOT_RUNTIME)
            if (not protocol or _only_methods(cls)) and issubclass(instance.__class__, cls):
                return True
            if cls._is_protocol and all(
                    hasattr(instance, name) and (not callable(getattr(cls, name, None))
                                                 or getattr(instance, name) is not None)
                    for name in _get_protocol_attrs(cls)):
                return True
            return super().__instancecheck__(instance)


def _check_subclass(cls, other, own_hook):
    if not getattr(cls, "_is_runtime_protocol", False):
        _check_class(other)
        raise TypeError(_NOT_RUNTIME)
    if cls.__non_callable_proto_members__ and not own_hook:
        _check_class(other)
        names = str(sorted(cls.__non_callable_proto_members__))[1:-1]
        raise TypeError(f"{_NOT_METHODS}. Non-method members: {names}.")


def _check_subclass_12(cls, other, own_hook):
    _check_class(other)
    if not cls.__callable_proto_members_only__ and not own_hook:
        raise TypeError(_NOT_METHODS)
    if not getattr(cls, "_is_runtime_protocol", False):
        raise TypeError(_NOT_RUNTIME)


def _has_members(cls, instance):
    """Without running properties."""
    from inspect import getattr_static
    for name in cls.__protocol_attrs__:
        try:
            value = getattr_static(instance, name)
        except AttributeError:
            return False
        if value is None and (name not in cls.__non_callable_proto_members__ if _version >= (3, 13)
                              else callable(getattr(cls, name, None))):
            return False
    return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    """A class that others match by what they have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = _proto_hook if _version >= (3, 12) else _proto_hook_of(cls)
        if not cls._is_protocol:
            return
        if _version < (3, 12):
            _check_bases(cls.__bases__)
        if cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init


def runtime_checkable(cls):
    """Lets isinstance() look whether the members are there."""
    if not ((isinstance(cls, type) or _version < (3, 13)) and issubclass(cls, Generic)
            and getattr(cls, "_is_protocol", False)):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    if _version >= (3, 13):
        cls.__non_callable_proto_members__ = set()
        for name in cls.__protocol_attrs__:
            try:
                method = callable(getattr(cls, name, None))
            except Exception as e:
                raise TypeError(f"Failed to determine whether protocol member {name!r} is a method "
                                "member") from e
            if not method:
                cls.__non_callable_proto_members__.add(name)
    return cls


if _version >= (3, 13):
    def is_protocol(tp, /):
        return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol

    def get_protocol_members(tp, /):
        if not is_protocol(tp):
            raise TypeError(f"{tp!r} is not a Protocol")
        return frozenset(tp.__protocol_attrs__)


meet_generic(Generic, Protocol)
