# Looking at hints.

import collections.abc
import sys
import types
from _machine import counted
from types import GenericAlias, NoneType, UnionType
from typing._classes import Generic
from typing._forms import (Annotated, ForwardRef, NotRequired, ParamSpec, ParamSpecArgs,
                           ParamSpecKwargs, Required, _AnnotatedAlias, _BaseGenericAlias,
                           _ConcatenateGenericAlias, _GenericAlias, _eval_type, _joined)


_MARKS = Required, NotRequired
if sys.version_info >= (3, 13):
    from typing._forms import ReadOnly
    _MARKS += (ReadOnly,)


def _strip(hint):
    """Without Annotated, and what marks the keys of a TypedDict."""
    if isinstance(hint, _AnnotatedAlias):
        return _strip(hint.__origin__)
    if isinstance(hint, _GenericAlias):
        if hint.__origin__ in _MARKS:
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


_WITHOUT_HINTS = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType,
                  types.WrapperDescriptorType, types.MethodWrapperType, types.MethodDescriptorType)
_with_parameters = sys.version_info >= (3, 12, 4)


def _hint(hint, globalns, localns, type_params, **how):
    if hint is None:
        return NoneType
    if isinstance(hint, str):
        hint = ForwardRef(hint, **how)
    return _eval_type(hint, globalns, localns, type_params)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module or function, with the strings in them looked up."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            own = base.__dict__.get("__annotations__", {})
            if isinstance(own, types.GetSetDescriptorType):
                continue  # that of type itself
            names = getattr(sys.modules.get(base.__module__), "__dict__", {}) if globalns is None else globalns
            local = dict(vars(base)) if localns is None else localns
            if localns is None and globalns is None:
                names, local = local, names  # what the class has comes after what the module has
            params = getattr(base, "__type_params__", ()) if _with_parameters else ()
            for name, hint in own.items():
                hints[name] = _hint(hint, names, local, params, is_argument=False, is_class=True)
    else:
        if globalns is None:
            inner = obj
            while hasattr(inner, "__wrapped__"):
                inner = inner.__wrapped__
            globalns = obj.__dict__ if isinstance(obj, types.ModuleType) else \
                getattr(inner, "__globals__", {})
        localns = globalns if localns is None else localns
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if isinstance(obj, _WITHOUT_HINTS):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        params = getattr(obj, "__type_params__", ()) if _with_parameters else ()
        for name, hint in annotations.items():
            hints[name] = _hint(hint, globalns, localns, params,
                                is_argument=not isinstance(obj, types.ModuleType))
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
