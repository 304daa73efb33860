# functools: what works on functions.
#
# partial, reduce, cmp_to_key and the wrapper of lru_cache are native (modules/functools*.c); here is
# what decorates with them, and single dispatch: the implementation for an argument's class is that of
# the first class in its resolution order, into which the abstract classes that it counts as are
# merged.

import sys as _sys
from collections import namedtuple
from _machine import counted
from _thread import RLock
from abc import get_cache_token
from _wrapping import WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, update_wrapper

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache",
    "cmp_to_key", "lru_cache", "reduce", "partial", "partialmethod", "singledispatch",
    "singledispatchmethod", "cached_property",
]

_GenericAlias = type(list[int])
_nothing = object()


# ---- decorators that look like what they decorate

def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# ---- total_ordering: a comparison that is missing, in terms of one that is there

def _comparison(name, root, negated, joined):
    # joined: None, or whether equal objects make it true
    def compare(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        if negated:
            answer = not answer
        if joined is None:
            return answer
        return answer or self == other if joined else answer and self != other

    compare.__qualname__ = "_" + name[2:4] + "_from_" + root[2:4]
    return name, compare


# Of each comparison that may be there: the others, made once.
_derivable = {
    root: [_comparison(name, root, *how) for name, how in others.items()]
    for root, others in {
        "__lt__": {"__gt__": (True, False), "__le__": (False, True), "__ge__": (True, None)},
        "__le__": {"__ge__": (True, True), "__lt__": (False, False), "__gt__": (True, None)},
        "__gt__": {"__lt__": (True, False), "__ge__": (False, True), "__le__": (True, None)},
        "__ge__": {"__le__": (True, True), "__gt__": (False, False), "__lt__": (True, None)},
    }.items()
}


def total_ordering(cls):
    own = {name for name in _derivable if getattr(cls, name, None) is not getattr(object, name, None)}
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name, function in _derivable[max(own)]:
        if name not in own:
            function.__name__ = name
            setattr(cls, name, function)
    return cls


# ---- caches

_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        cached = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
        cached.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(cached, function)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        cached = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
        cached.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(cached, function)

    return decorate


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        if _sys.version_info >= (3, 13):
            self.__module__ = func.__module__
        elif _sys.version_info < (3, 12):
            self.lock = RLock()

    def __set_name__(self, owner, name):
        if self.attrname not in (None, name):
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                f"{name!r} property."
            ) from None
        value = values.get(name, _nothing)
        if value is not _nothing:
            return value
        if _sys.version_info >= (3, 12):
            return self._compute(instance, values, name)
        with self.lock:
            value = values.get(name, _nothing)
            return self._compute(instance, values, name) if value is _nothing else value

    def _compute(self, instance, values, name):
        value = self.func(instance)
        try:
            values[name] = value
        except TypeError:
            raise TypeError(
                f"The '__dict__' attribute on {type(instance).__name__!r} instance does not "
                f"support item assignment for caching {name!r} property."
            ) from None
        return value

    __class_getitem__ = classmethod(_GenericAlias)


# ---- partialmethod

class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func)]
        if _sys.version_info >= (3, 13):
            parts += [repr(arg) for arg in self.args]
            parts += [f"{name}={value!r}" for name, value in self.keywords.items()]
        else:
            parts.append(", ".join(map(repr, self.args)))
            parts.append(", ".join(f"{name}={value!r}" for name, value in self.keywords.items()))
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        if _sys.version_info >= (3, 13):
            _method.__partialmethod__ = self
        else:
            _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        bind = getattr(self.func, "__get__", None)
        bound = self.func if bind is None else bind(obj, cls)
        if bound is self.func:  # it binds nothing itself
            return self._make_unbound_method().__get__(obj, cls)
        result = partial(bound, *self.args, **self.keywords)
        if hasattr(bound, "__self__"):
            result.__self__ = bound.__self__
        return result

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(_GenericAlias)


# ---- functions that are chosen by the type of an argument

def _merge(orders):
    # C3: again and again the first head that is in nobody's tail.
    merged = []
    orders = [list(order) for order in orders if order]
    while orders:
        head = next((order[0] for order in orders if not any(order[0] in other[1:] for other in orders)), None)
        if head is None:
            raise RuntimeError("Inconsistent hierarchy")
        merged.append(head)
        orders = [rest for order in orders if (rest := order[1:] if order[0] is head else order)]
    return merged


def _order_with(cls, abstract):
    # The MRO as if the abstract classes that cls counts as, but not by any base, were among its bases:
    # behind the last base that is abstract itself.
    bases = list(cls.__bases__)
    edge = max((i for i, base in enumerate(bases, 1) if hasattr(base, "__abstractmethods__")), default=0)
    new = [one for one in abstract if issubclass(cls, one) and not any(issubclass(base, one) for base in bases)]
    left = [one for one in abstract if one not in new]
    parts = bases[:edge], new, bases[edge:]
    return _merge([[cls], *(_order_with(one, left) for part in parts for one in part), *parts])


def _counts_as(cls, registry):
    # The classes of the registry that cls counts as without having them in its MRO; where one has
    # subclasses that cls counts as, too, the registered classes of these, the longest row first.
    mro = set(cls.__mro__)
    types = [one for one in registry if one not in mro and hasattr(one, "__mro__")
             and not isinstance(one, _GenericAlias) and issubclass(cls, one)]
    types = [one for one in types if not any(one is not other and one in other.__mro__ for other in types)]
    known, found = set(types), []
    for one in types:
        rows = [[up for up in sub.__mro__ if up in known] for sub in one.__subclasses__()
                if sub not in mro and issubclass(cls, sub)]
        for row in sorted(rows, key=len, reverse=True) or [[one]]:
            found.extend(up for up in row if up not in found)
    return found


def _choose(cls, registry):
    # The first in that order; ambiguous is what only registrations put in front of each other.
    mro, best = cls.__mro__, None
    for one in _order_with(cls, _counts_as(cls, registry)):
        if best is not None:
            if one in registry and one not in mro and best not in mro and not issubclass(best, one):
                raise RuntimeError(f"Ambiguous dispatch: {best} or {one}")
            break
        if one in registry:
            best = one
    return registry.get(best)


def singledispatch(func):
    import types
    import weakref

    registry = {}
    chosen = weakref.WeakKeyDictionary()
    token = None  # of abc's registrations, from which on an abstract class is among ours

    def dispatch(cls):
        nonlocal token
        if token is not None:
            now = get_cache_token()
            if token != now:
                chosen.clear()
                token = now
        try:
            function = chosen[cls]
        except KeyError:
            try:
                function = registry[cls]
            except KeyError:
                function = _choose(cls, registry)
            chosen[cls] = function
        return function

    def is_union(cls):
        from typing import Union, get_origin
        return get_origin(cls) in {Union, types.UnionType}

    def names_classes(cls):
        if isinstance(cls, type):
            return True
        from typing import get_args
        return is_union(cls) and all(isinstance(part, type) for part in get_args(cls))

    def register(cls, func=None):
        nonlocal token
        if names_classes(cls):
            if func is None:
                return lambda function: register(cls, function)
        elif func is not None:
            raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
        else:
            func = cls
            if not getattr(func, "__annotations__", {}):
                raise TypeError(
                    f"Invalid first argument to `register()`: {func!r}. Use either "
                    "`@register(some_class)` or plain `@register` on an annotated function."
                )
            from typing import get_type_hints
            name, cls = next(iter(get_type_hints(func).items()))
            if not names_classes(cls):
                reason = "not all arguments are classes" if is_union(cls) else "is not a class"
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} {reason}.")
        if is_union(cls):
            from typing import get_args
            for part in get_args(cls):
                registry[part] = func
        else:
            registry[cls] = func
        if token is None and hasattr(cls, "__abstractmethods__"):
            token = get_cache_token()
        chosen.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = types.MappingProxyType(registry)
    wrapper._clear_cache = chosen.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        name = getattr(self.func, "__name__", "singledispatchmethod method")

        def call(*args, **kwargs):
            if not args and _sys.version_info >= (3, 13):
                raise TypeError(f"{name} requires at least 1 positional argument")
            chosen = self.dispatcher.dispatch(args[0].__class__)
            return chosen.__get__(obj, cls)(*args, **kwargs)

        call.register, call.__isabstractmethod__ = self.register, self.__isabstractmethod__
        return update_wrapper(call, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


for _each in (wraps, _comparison, total_ordering, lru_cache, cache, cached_property, partialmethod, singledispatch,
              singledispatchmethod):
    counted(_each)
del _each, counted
