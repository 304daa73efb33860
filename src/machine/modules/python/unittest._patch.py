# patch(): something is replaced for the time of a with statement, of a function or of the tests of a class.

import functools as _functools
import sys as _sys
from unittest._call import DEFAULT

def _find(target):
    """The object that a dotted name leads to."""
    first, *rest = target.split(".")
    found, path = __import__(first), first
    for part in rest:
        path += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(path)
            found = getattr(found, part)
    return found


class _Startable:
    """What holds from start() to stop(), too."""

    _active = []

    def start(self):
        result = self.__enter__()
        self._active.append(self)
        return result

    def stop(self):
        if self in self._active:
            self._active.remove(self)
            return self.__exit__(None, None, None)


class _Patch(_Startable):
    attribute_name = None

    def __init__(self, getter, attribute, new, spec, create, spec_set, new_callable, kwargs):
        if new_callable is not None and new is not DEFAULT:
            raise ValueError("Cannot use 'new' and 'new_callable' together")
        self.getter, self.attribute, self.new, self.spec = getter, attribute, new, spec
        self.create, self.spec_set, self.new_callable, self.kwargs = create, spec_set, new_callable, kwargs
        self.has_local = False

    def copy(self):
        return _Patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set,
                      self.new_callable, self.kwargs)

    # ---- as a decorator --------------------------------------------------------------------------

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                method = getattr(func, name)
                if name.startswith(patch.TEST_PREFIX) and callable(method):
                    setattr(func, name, self.copy()(method))
            return func
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func
        return _decorated(func, self)

    # ---- for a time ------------------------------------------------------------------------------

    def _original(self):
        target = self.target
        if self.attribute in getattr(target, "__dict__", {}):
            return target.__dict__[self.attribute], True
        original = getattr(target, self.attribute, DEFAULT)
        import builtins
        if original is DEFAULT and self.attribute in dir(builtins) and isinstance(target, type(_sys)):
            return getattr(builtins, self.attribute), False
        if original is DEFAULT and not self.create:
            raise AttributeError("%s does not have the attribute %r" % (target, self.attribute))
        return original, False

    def _made(self, original):
        from unittest.mock import AsyncMock, MagicMock, NonCallableMock
        import inspect
        spec = original if self.spec is True else self.spec
        spec_set = original if self.spec_set is True else self.spec_set
        kind = self.new_callable
        if kind is None:
            kind = AsyncMock if inspect.iscoroutinefunction(original) else MagicMock
        given = dict(self.kwargs)
        if spec is not None:
            given["spec"] = spec
        if spec_set is not None:
            given["spec_set"] = spec_set
        if isinstance(kind, type) and issubclass(kind, NonCallableMock) and "name" not in given:
            given["name"] = self.attribute
        return kind(**given)

    def __enter__(self):
        self.target = self.getter()
        original, local = self._original()
        new = self._made(original) if self.new is DEFAULT else self.new
        if self.new is not DEFAULT and self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.original, self.has_local = original, local
        setattr(self.target, self.attribute, new)
        if self.attribute_name is not None:
            return {self.attribute_name: new} if self.new is DEFAULT else {}
        return new

    def __exit__(self, *exc):
        if self.has_local and self.original is not DEFAULT:
            setattr(self.target, self.attribute, self.original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.original)
        del self.original, self.target
        return False


def _decorated(func, first):
    """Enters all patches of a function, the innermost first; those that make mocks hand them over."""
    import contextlib
    import inspect

    def enter_all(stack, args, kwargs):
        more = []
        for patching in patched.patchings:
            value = stack.enter_context(patching)
            if patching.attribute_name is not None:
                kwargs.update(value)
            elif patching.new is DEFAULT:
                more.append(value)
        return args + tuple(more)

    if inspect.iscoroutinefunction(func):
        @_functools.wraps(func)
        async def patched(*args, **kwargs):
            with contextlib.ExitStack() as stack:
                args = enter_all(stack, args, kwargs)
                return await func(*args, **kwargs)
    else:
        @_functools.wraps(func)
        def patched(*args, **kwargs):
            with contextlib.ExitStack() as stack:
                args = enter_all(stack, args, kwargs)
                return func(*args, **kwargs)
    patched.patchings = [first]
    return patched


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
          unsafe=False, **kwargs):
    _no_autospec(autospec)
    try:
        where, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    return _Patch(lambda: _find(where), attribute, new, spec, create, spec_set, new_callable, kwargs)


def _no_autospec(autospec):
    if autospec:
        from _machine import refuse
        refuse("patch() with autospec")


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):
    _no_autospec(autospec)
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _Patch(lambda: target, attribute, new, spec, create, spec_set, new_callable, kwargs)


class _PatchDict(_Startable):
    """A mapping with other items for a time."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, dict(values), clear
        self.values.update(kwargs)
        self._original = None

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                method = getattr(func, name)
                if name.startswith(patch.TEST_PREFIX) and callable(method):
                    setattr(func, name, _PatchDict(self.in_dict, self.values, self.clear)(method))
            return func

        @_functools.wraps(func)
        def patched(*args, **kwargs):
            with self:
                return func(*args, **kwargs)
        return patched

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _find(self.in_dict)
        try:
            self._original = self.in_dict.copy()
        except AttributeError:
            self._original = {key: self.in_dict[key] for key in self.in_dict}
        if self.clear:
            _empty(self.in_dict)
        _add(self.in_dict, self.values)
        return self.in_dict

    def __exit__(self, *exc):
        _empty(self.in_dict)
        _add(self.in_dict, self._original)
        return False


def _add(mapping, items):
    try:
        mapping.update(items)
    except AttributeError:
        for key in items:
            mapping[key] = items[key]


def _empty(mapping):
    try:
        mapping.clear()
    except AttributeError:
        for key in list(mapping):
            del mapping[key]


def _stop_all():
    for one in reversed(_Startable._active[:]):
        one.stop()


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    from _machine import refuse
    refuse("patch.multiple")


patch.object, patch.dict, patch.multiple, patch.stopall = _patch_object, _PatchDict, _patch_multiple, _stop_all
patch.TEST_PREFIX = "test"
