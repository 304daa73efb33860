# Generic and Protocol.

import abc
import sys
import types
from _abc import _get_dump
from typing._forms import (ParamSpec, TypeVar, TypeVarTuple, _GenericAlias, _UnpackGenericAlias,
                           _bind_parameters, _collect_parameters, _type_convert, meet_generic, remembered)

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
    own = cls.__parameters__
    if not own:
        raise TypeError(f"{cls} is not a generic class")
    mapping = _bind_parameters(cls, own, params)
    flat = []
    for p in own:
        if isinstance(p, TypeVarTuple):
            flat += mapping[p]
        else:
            value = mapping[p]
            flat.append(tuple(value) if isinstance(value, list) and isinstance(p, ParamSpec) else value)
    return _GenericAlias(cls, tuple(flat))


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
        wrong = Generic in cls.__bases__ and cls.__name__ != "Protocol"
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
    "__protocol_attrs__ __non_callable_proto_members__ __type_params__ __abstractmethods__ "
    "__annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__ __subclasshook__ "
    "__weakref__ __class_getitem__ __match_args__ __static_attributes__ __firstlineno__ "
    "_MutableMapping__marker __qualname__ _abc_impl".split())


def _protocol_members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base in (Protocol, Generic):
            continue
        for name in (*base.__dict__, *base.__dict__.get("__annotations__", ())):
            if not name.startswith("_abc_") and name not in _NOT_MEMBERS:
                names.add(name)
    return names


def _has_member(instance, name):
    """Without running properties, from 3.12 on."""
    if _version < (3, 12):
        return hasattr(instance, name), getattr(instance, name, None)
    for base in type(instance).__mro__:
        if name in base.__dict__:
            return True, base.__dict__[name]
    own = getattr(instance, "__dict__", {})
    if name in own:
        return True, own[name]
    if isinstance(instance, type):
        for base in instance.__mro__:
            if name in base.__dict__:
                return True, base.__dict__[name]
    if isinstance(instance, types.ModuleType) and hasattr(instance, name):
        return True, getattr(instance, name)
    return False, None


def _protocol_hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    for name in _protocol_members(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if name in base.__dict__.get("__annotations__", ()) and \
                    issubclass(other, Generic) and getattr(other, "_is_protocol", False):
                break
        else:
            return NotImplemented
    return True


def _no_instances(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


_registering = False


class _ProtocolMeta(abc.ABCMeta):
    def register(cls, subclass):
        """Whether the members are there is no matter: nothing is checked."""
        global _registering
        before, _registering = _registering, True
        try:
            return super().register(subclass)
        finally:
            _registering = before

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False) and not _registering:
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            runtime = getattr(cls, "_is_runtime_protocol", False)
            if not runtime and _version != (3, 12):
                raise TypeError("Instance and class checks can only be used with "
                                "@runtime_checkable protocols")
            data = sorted(n for n in _protocol_members(cls) if not callable(getattr(cls, n, None)))
            own_hook = getattr(cls.__dict__.get("__subclasshook__"), "__func__", None) is not _protocol_hook
            if data and not (own_hook and _version >= (3, 12)):
                more = f". Non-method members: {str(data)[1:-1]}." if _version >= (3, 13) else ""
                raise TypeError(f"Protocols with non-method members don't support issubclass()"
                                f"{more}")
            if not runtime:
                raise TypeError("Instance and class checks can only be used with "
                                "@runtime_checkable protocols")
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol and _version >= (3, 12):
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable "
                            "protocols")
        if cls in type(instance).__mro__:
            return True
        if any(isinstance(instance, registered) for known in _get_dump(cls)[0]
               if (registered := known()) is not None):
            return True
        for name in _protocol_members(cls):
            found, value = _has_member(instance, name)
            if not found or (value is None and callable(getattr(cls, name, None))):
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
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base in (object, Generic) or getattr(base, "_is_protocol", False)
                    or base.__module__ in ("collections.abc", "contextlib")):
                raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        if cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_instances


def runtime_checkable(cls):
    """Lets isinstance() look whether the members are there."""
    if not ((isinstance(cls, type) or _version < (3, 13)) and issubclass(cls, Generic)
            and getattr(cls, "_is_protocol", False)):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


if _version >= (3, 13):
    def is_protocol(tp, /):
        return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol

    def get_protocol_members(tp, /):
        if not is_protocol(tp):
            raise TypeError(f"{tp!r} is not a Protocol")
        return frozenset(_protocol_members(tp))


meet_generic(Generic, Protocol)
