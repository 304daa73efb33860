# What the compiler asks for: type variables and aliases whose parts are evaluated late (PEP 695).

import sys
from typing._classes import Generic
from typing._forms import ParamSpec, TypeVar, TypeVarTuple, Unpack

_version = sys.version_info[:2]
if _version >= (3, 12):
    from typing._forms import TypeAliasType


class _LazyVariable:
    """Bounds, constraints and defaults that are evaluated when somebody asks."""

    def __getattr__(self, name):
        lazy = self.__dict__.get("_lazy", {})
        if name not in lazy:
            raise AttributeError(f"'{'typing.' if _version >= (3, 12) else ''}{type(self).__name__}' object has no attribute '{name}'")
        value = self.__dict__[name] = lazy[name]()  # if that raises, it is evaluated anew
        lazy.pop(name, None)
        return value

    def _later(self, name, function):
        self.__dict__.pop(name, None)
        self.__dict__.setdefault("_lazy", {})[name] = function


TypeVar.__getattr__ = ParamSpec.__getattr__ = TypeVarTuple.__getattr__ = _LazyVariable.__getattr__


def _type_var(name):
    return TypeVar(name, infer_variance=True)


def _type_var_with_bound(name, bound):
    var = TypeVar(name, infer_variance=True)
    _LazyVariable._later(var, "__bound__", bound)
    return var


def _type_var_with_constraints(name, constraints):
    var = TypeVar(name, infer_variance=True)
    _LazyVariable._later(var, "__constraints__", constraints)
    return var


def _param_spec(name):
    return ParamSpec(name, infer_variance=True)


def _type_var_tuple(name):
    return TypeVarTuple(name)


def _set_default(var, default):
    _LazyVariable._later(var, "__default__", default)
    return var


def _type_alias(name, params, value):
    alias = TypeAliasType(name, None, type_params=params or ())
    _LazyVariable._later(alias, "__value__", value)
    return alias


def _subscript_generic(params):
    return Generic[tuple(Unpack[p] if isinstance(p, TypeVarTuple) else p for p in params)]


if _version >= (3, 12):
    TypeAliasType.__getattr__ = _LazyVariable.__getattr__
