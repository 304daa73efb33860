# What is a coroutine.

from collections.abc import Coroutine

__all__ = ("iscoroutinefunction", "iscoroutine")


def iscoroutinefunction(func):
    code = getattr(getattr(func, "__func__", func), "__code__", None)
    return code is not None and bool(code.co_flags & 128) or \
        hasattr(type(func), "_is_coroutine_function")


def iscoroutine(obj):
    return isinstance(obj, Coroutine)
