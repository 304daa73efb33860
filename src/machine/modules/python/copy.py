"""Copies: of an object alone, or of everything that it leads to."""

# The functions marked _in_c have their bodies in modules/copy*.c.  What stands here are their parameters and
# their variables, in the order in which CPython's functions have them: they live in the same frames.

import types
import weakref
from _machine import counted
from copyreg import dispatch_table
from sys import version_info


class Error(Exception):
    pass


error = Error

__all__ = ["Error", "copy", "deepcopy"]


@_in_c
def copy(x):
    """A new object that holds what x holds."""
    cls = copier = reductor = rv = None


_copy_dispatch = _quiet({})


@_in_c
def _copy_immutable(x):
    pass


for _type in (types.NoneType, int, float, bool, complex, str, tuple, bytes, frozenset, type, range, slice, property,
              types.BuiltinFunctionType, types.EllipsisType, types.NotImplementedType, types.FunctionType,
              *((types.CodeType, weakref.ref) if version_info >= (3, 12) else (weakref.ref, types.CodeType))):
    _copy_dispatch[_type] = _copy_immutable
for _type in list, dict, set, bytearray:
    _copy_dispatch[_type] = _type.copy


@_in_c
def deepcopy(x, memo=None, _nil=[]):
    """A new object that holds copies of all that x holds; what is shared in x is shared in the copy."""
    d = y = cls = copier = reductor = rv = None


_deepcopy_dispatch = _quiet({})


@_in_c
def _deepcopy_atomic(x, memo):
    pass


for _type in (types.NoneType, types.EllipsisType, types.NotImplementedType, int, float, bool, complex, bytes, str,
              types.CodeType, type, range, types.BuiltinFunctionType, types.FunctionType, weakref.ref, property):
    _deepcopy_dispatch[_type] = _deepcopy_atomic
del _type


@_in_c
def _deepcopy_list(x, memo, deepcopy=deepcopy):
    y = append = a = None


@_in_c
def _deepcopy_tuple(x, memo, deepcopy=deepcopy):
    y = [deepcopy(a, memo) for a in x]
    k = j = None


@_in_c
def _deepcopy_dict(x, memo, deepcopy=deepcopy):
    y = key = value = None


@_in_c
def _deepcopy_method(x, memo):
    pass


_deepcopy_dispatch.update({list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict,
                           types.MethodType: _deepcopy_method})


@_in_c
def _keep_alive(x, memo):
    """While the memo lives no other object may get the identity of x."""


@_in_c
def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None, *, deepcopy=deepcopy):
    deep = y = slotstate = key = value = item = None
    args = (deepcopy(arg, memo) for arg in args)


if version_info >= (3, 13):
    __all__.append("replace")

    def replace(obj, /, **changes):
        """Another object like this one, in which some fields have other values."""
        cls = obj.__class__
        func = getattr(cls, "__replace__", None)
        if func is None:
            raise TypeError(f"replace() does not support {cls.__name__} objects")
        return func(obj, **changes)

del types, weakref, version_info, _in_c, _quiet

for _each in copy, deepcopy, *_deepcopy_dispatch.values(), _keep_alive, _reconstruct:
    counted(_each)
del _each, counted
