# Looking at hints.

import collections.abc
import sys
import types
from _machine import counted
from types import GenericAlias, NoneType, UnionType
from typing._classes import Generic
from typing._forms import (Annotated, ForwardRef, NotRequired, ParamSpec, ParamSpecArgs,
                           ParamSpecKwargs, Required, _AnnotatedAlias, _BaseGenericAlias,
                           _ConcatenateGenericAlias, _GenericAlias, _LiteralGenericAlias)


def _resolve(hint, globalns, localns, within=frozenset()):
    """A hint with every name in it looked up, but those that it is found within: types may be recursive."""
    def inner(one):
        return _resolve(one, globalns, localns, within)

    if hint is None:
        return NoneType
    if isinstance(hint, str):
        hint = ForwardRef(hint)
    if isinstance(hint, ForwardRef):
        name = hint.__forward_arg__
        return hint if name in within else _resolve(hint._value(globalns, localns), globalns, localns,
                                                    within | {name})
    if isinstance(hint, GenericAlias):
        args = tuple(inner(ForwardRef(a) if isinstance(a, str) else a) for a in hint.__args__)
        return hint if args == hint.__args__ else GenericAlias(hint.__origin__, args)
    if isinstance(hint, UnionType):
        return _joined([inner(a) for a in hint.__args__])
    if isinstance(hint, _GenericAlias) and not isinstance(hint, _LiteralGenericAlias):
        args = tuple(inner(a) if a is not ... else a for a in hint.__args__)
        return hint if args == hint.__args__ else hint.copy_with(args)
    return hint


def _joined(types_):
    result = types_[0]
    for one in types_[1:]:
        result = result | one
    return result


def _strip(hint):
    """Without Annotated, Required and NotRequired."""
    if isinstance(hint, _AnnotatedAlias):
        return _strip(hint.__origin__)
    if isinstance(hint, _GenericAlias):
        if hint.__origin__ in (Required, NotRequired):
            return _strip(hint.__args__[0])
        args = tuple(_strip(a) for a in hint.__args__)
        return hint if args == hint.__args__ else hint.copy_with(args)
    if isinstance(hint, GenericAlias):
        args = tuple(_strip(a) for a in hint.__args__)
        return hint if args == hint.__args__ else GenericAlias(hint.__origin__, args)
    if isinstance(hint, UnionType):
        args = [_strip(a) for a in hint.__args__]
        return hint if tuple(args) == hint.__args__ else _joined(args)
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module or function, with the strings in them looked up."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            names = globalns if globalns is not None else getattr(module, "__dict__", {})
            local = dict(vars(base)) if localns is None else localns
            own = base.__dict__.get("__annotations__", {})
            if isinstance(own, types.GetSetDescriptorType):
                continue  # that of type itself
            for name, hint in own.items():
                hints[name] = _resolve(hint, names, local)
    else:
        if globalns is None:
            inner = obj
            while hasattr(inner, "__wrapped__"):
                inner = inner.__wrapped__
            globalns = obj.__dict__ if isinstance(obj, types.ModuleType) else \
                getattr(inner, "__globals__", {})
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if isinstance(obj, (types.BuiltinFunctionType, types.MethodDescriptorType)):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        for name, hint in annotations.items():
            hints[name] = _resolve(hint, globalns, globalns if localns is None else localns)
    return hints if include_extras else {name: _strip(hint) for name, hint in hints.items()}


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    return Generic if tp is Generic else UnionType if isinstance(tp, UnionType) else None


counted(get_origin)


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        if get_origin(tp) is collections.abc.Callable and not (
                len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec,
                                                                  _ConcatenateGenericAlias)))):
            return (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, UnionType):
        return tp.__args__
    return ()
