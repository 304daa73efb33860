# typing: types as annotations have them.

import abc
import collections.abc
import functools
import sys
import types
from _library import warn_deprecated as _warn
from types import NoneType
from typing._classes import (Generic, Protocol, _ProtocolMeta, _get_protocol_attrs,
                             runtime_checkable)
from typing._forms import (Annotated, Any, ClassVar, Concatenate, Final, ForwardRef, Literal,
                           LiteralString, Never, NoDefault, NoReturn, NotRequired, Optional,
                           ParamSpec, ParamSpecArgs, ParamSpecKwargs, Required, Self, TypeAlias,
                           TypeGuard, TypeVar, TypeVarTuple, Union, Unpack, _AnnotatedAlias,
                           _BaseGenericAlias, _CallableGenericAlias, _CallableType,
                           _ConcatenateGenericAlias, _DeprecatedGenericAlias, _GenericAlias, _LiteralGenericAlias,
                           _SpecialForm, _SpecialGenericAlias, _TupleType, _UnionGenericAlias,
                           _UnpackGenericAlias)
from typing._hints import get_args, get_origin, get_type_hints
from typing._lazy import (_param_spec, _set_default, _subscript_generic, _type_alias, _type_var,
                          _type_var_tuple, _type_var_with_bound, _type_var_with_constraints)
from typing._records import (NamedTuple, NamedTupleMeta, NewType, TypedDict, _TypedDictMeta,
                             is_typeddict)

_version = sys.version_info[:2]
if _version >= (3, 12):
    from typing._forms import TypeAliasType
if _version >= (3, 13):
    from typing._classes import get_protocol_members, is_protocol
    from typing._forms import ReadOnly, TypeIs
else:
    del NoDefault

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic",
    "Literal", "Optional", "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple",
    "Union", "AbstractSet", "ByteString", "Container", "ContextManager", "Hashable", "ItemsView",
    "Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping",
    "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable",
    "AsyncIterator", "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator",
    "AsyncContextManager", "Reversible", "SupportsAbs", "SupportsBytes", "SupportsComplex",
    "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound", "ChainMap", "Counter",
    "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet", "NamedTuple",
    "TypedDict", "Generator", "BinaryIO", "IO", "Match", "Pattern", "TextIO", "AnyStr",
    "assert_type", "assert_never", "cast", "clear_overloads", "dataclass_transform", "final",
    "get_args", "get_origin", "get_overloads", "get_type_hints", "is_typeddict", "LiteralString",
    "Never", "NewType", "no_type_check", "no_type_check_decorator", "NoReturn", "NotRequired",
    "overload", "ParamSpecArgs", "ParamSpecKwargs", "Required", "reveal_type",
    "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard", "Unpack"]
if _version >= (3, 12):
    __all__ += ["override", "TypeAliasType"]
if _version >= (3, 13):
    __all__ += ["get_protocol_members", "is_protocol", "NoDefault", "ReadOnly", "TypeIs"]

TYPE_CHECKING = False
Text = str


# ---- names for the containers ------------------------------------------------------------------

_alias, _abc = _SpecialGenericAlias, collections.abc


def _alias_all(module, count, names):
    """Of the same name there, with so many parameters."""
    for name in names.split():
        globals()[name] = _alias(getattr(module, name), count)


_alias_all(_abc, 0, "Hashable Sized")
ByteString = (_alias if _version < (3, 12) else _DeprecatedGenericAlias)(_abc.ByteString, 0)
_alias_all(_abc, 1, "Awaitable AsyncIterable AsyncIterator Iterable Iterator Reversible Container Collection "
                    "MutableSet Sequence MutableSequence MappingView KeysView ValuesView")
_alias_all(_abc, 2, "Mapping MutableMapping ItemsView")
_alias_all(_abc, 3, "Coroutine")
AbstractSet = _alias(_abc.Set, 1, name="AbstractSet")
Callable = _CallableType(_abc.Callable, 2)
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
List, Set, FrozenSet, Type, Dict = (
    _alias(origin, count, inst=False, name=name)
    for origin, count, name in ((list, 1, "List"), (set, 1, "Set"), (frozenset, 1, "FrozenSet"),
                                (type, 1, "Type"), (dict, 2, "Dict")))
_none = (NoneType, NoneType) if _version >= (3, 13) else ()
Generator = _alias(_abc.Generator, 3, defaults=_none)
AsyncGenerator = _alias(_abc.AsyncGenerator, 2, defaults=_none[:1])


def __getattr__(name):
    """What stands for types of other modules is made when it is asked for."""
    if name in ("ContextManager", "AsyncContextManager"):
        import contextlib
        made = _alias(getattr(contextlib, f"Abstract{name}"), 2 if _version >= (3, 13) else 1,
                      name=name, defaults=(bool | None,) if _version >= (3, 13) else ())
    elif name in ("ChainMap", "Counter", "Deque", "DefaultDict", "OrderedDict"):
        import collections
        origin = getattr(collections, {"Deque": "deque", "DefaultDict": "defaultdict"}.get(name, name))
        made = _alias(origin, 1 if name in ("Counter", "Deque") else 2, name=name)
    elif name == "_collect_parameters" and _version >= (3, 13):
        _warn("The private _collect_parameters function is deprecated and will be removed in a future version of "
              "Python. Any use of private functions is discouraged and may break in the future.")
        from typing._forms import _collect_parameters
        return _collect_parameters
    elif name in ("Match", "Pattern"):
        import re
        made = _alias(getattr(re, name), 1)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = made
    return made


T, KT, VT = (TypeVar(name) for name in ("T", "KT", "VT"))
T_co, V_co, VT_co = (TypeVar(name, covariant=True) for name in ("T_co", "V_co", "VT_co"))
T_contra = TypeVar("T_contra", contravariant=True)
CT_co = TypeVar("CT_co", covariant=True, bound=type)
AnyStr = TypeVar("AnyStr", bytes, str)
for _variable in (T, KT, VT, T_co, V_co, VT_co, T_contra, CT_co, AnyStr):
    _variable.__module__ = "typing"


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    @abc.abstractmethod
    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    @abc.abstractmethod
    def __float__(self):
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    @abc.abstractmethod
    def __complex__(self):
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    @abc.abstractmethod
    def __bytes__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    @abc.abstractmethod
    def __index__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    __slots__ = ()

    @abc.abstractmethod
    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    __slots__ = ()

    @abc.abstractmethod
    def __round__(self, ndigits=0):
        pass


class IO(Generic[AnyStr]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


# ---- marks -------------------------------------------------------------------------------------


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


_ASSERT_NEVER_REPR_MAX_LENGTH = 100


def assert_never(arg, /):
    text = repr(arg)
    if len(text) > _ASSERT_NEVER_REPR_MAX_LENGTH:
        text = text[:_ASSERT_NEVER_REPR_MAX_LENGTH] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {text}")


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def _mark(obj, name):
    try:
        setattr(obj, name, True)
    except (AttributeError, TypeError):
        pass
    return obj


def final(f):
    return _mark(f, "__final__")


if _version >= (3, 12):
    def override(method, /):
        return _mark(method, "__override__")


def no_type_check(arg):
    """Annotations are no types; of a class: neither are those of what is defined in it."""
    if isinstance(arg, type):
        for key in dir(arg):
            value = getattr(arg, key)
            if not hasattr(value, "__qualname__") or \
                    value.__qualname__ != f"{arg.__qualname__}.{value.__name__}" or \
                    getattr(value, "__module__", None) != arg.__module__:
                continue
            if isinstance(value, types.FunctionType):
                value.__no_type_check__ = True
            if isinstance(value, types.MethodType):
                value.__func__.__no_type_check__ = True
            if isinstance(value, type):
                no_type_check(value)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass  # a builtin class
    return arg


def no_type_check_decorator(decorator):
    if _version >= (3, 13):
        _warn("'typing.no_type_check_decorator' is deprecated and slated for removal in Python 3.15")

    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped_decorator


_overload_registry = collections.defaultdict(functools.partial(collections.defaultdict, dict))


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions "
        "outside a stub module should always be followed by an implementation that is not "
        "@overload-ed.")


def overload(func):
    """One of the ways to call a function whose implementation follows."""
    inner = getattr(func, "__func__", func)
    try:
        _overload_registry[inner.__module__][inner.__qualname__][inner.__code__.co_firstlineno] = func
    except AttributeError:
        pass  # not a function
    return _overload_dummy


def get_overloads(func):
    inner = getattr(func, "__func__", func)
    known = _overload_registry[inner.__module__] if inner.__module__ in _overload_registry else {}
    return list(known[inner.__qualname__].values()) if inner.__qualname__ in known else []


def clear_overloads():
    _overload_registry.clear()


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False,
                        field_specifiers=(), **kwargs):
    frozen = {} if _version < (3, 12) else {"frozen_default": kwargs.pop("frozen_default", False)}

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default,
            "kw_only_default": kw_only_default, **frozen,
            "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn
    return decorator
