# Mocks: objects that take every call and every attribute, and remember them.

import inspect as _inspect
import sys as _sys
from functools import partial as _partial
from unittest._call import ANY, CallList as _CallList, DEFAULT, _Call, call, format_call as _format_call, sentinel
from unittest.util import safe_repr as _safe_repr
from unittest._patch import patch
from _machine import refuse as _refuse

_ACTUAL = "  Actual" if _sys.version_info >= (3, 11, 7) else "Actual"  # below "Expected", or aligned with it

__all__ = ("Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock",
           "FILTER_DIR", "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal")

FILTER_DIR = True


class InvalidSpecError(Exception):
    """A mock given as the spec of another."""


class _Deleted:
    pass


_deleted = _Deleted()


class NonCallableMock:
    """A mock with a class of its own, so that dunders and properties can be set on it."""

    def __new__(cls, *args, **kw):
        bases = (cls,)
        spec = args[0] if args else kw.get("spec_set", kw.get("spec"))
        if not issubclass(cls, AsyncMock) and spec is not None and _inspect.iscoroutinefunction(spec):
            bases = (AsyncMock, cls)
        return object.__new__(type(cls.__name__, bases, {"__doc__": None}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, **kwargs):
        spec = spec_set if spec_set is not None else spec
        own = self.__dict__
        own.update(_mock_parent=parent, _mock_name=name, _mock_new_name=_new_name, _mock_sealed=False,
                   _mock_new_parent=_new_parent if _new_parent is not None else parent, _mock_children={},
                   _mock_wraps=wraps, _mock_delegate=None, _spec_class=None, _mock_methods=None, _spec_signature=None, _spec_asyncs=(),
                   _spec_set=spec_set is not None, _mock_return_value=DEFAULT, _mock_side_effect=None,
                   _mock_called=False, _mock_call_args=None, _mock_call_count=0, _mock_call_args_list=_CallList(),
                   _mock_mock_calls=_CallList(), method_calls=_CallList())
        if spec is not None:
            self._mock_add_spec(spec)
        if kwargs:
            self.configure_mock(**kwargs)

    def _mock_add_spec(self, spec):
        if isinstance(spec, NonCallableMock):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        if isinstance(spec, (list, tuple)):
            self.__dict__["_mock_methods"] = list(spec)
            return
        self.__dict__["_spec_class"] = spec if isinstance(spec, type) else type(spec)
        names = dir(spec)
        self.__dict__.update(_mock_methods=names, _spec_signature=_signature_of(spec), _spec_asyncs=[
            name for name in names if _inspect.iscoroutinefunction(_inspect.getattr_static(spec, name, None))])

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec)
        self.__dict__["_spec_set"] = bool(spec_set)

    def attach_mock(self, mock, attribute):
        mock.__dict__.update(_mock_parent=None, _mock_new_parent=None, _mock_name="", _mock_new_name="")
        setattr(self, attribute, mock)

    def configure_mock(self, /, **kwargs):
        for arg, value in sorted(kwargs.items(), key=lambda entry: entry[0].count(".")):
            *path, final = arg.split(".")
            found = self
            for name in path:
                found = getattr(found, name)
            setattr(found, final, value)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.__dict__.update(_mock_called=False, _mock_call_args=None, _mock_call_count=0,
                             _mock_mock_calls=_CallList(), _mock_call_args_list=_CallList(),
                             method_calls=_CallList())
        if return_value:
            self.__dict__["_mock_return_value"] = DEFAULT
        if side_effect:
            self.__dict__["_mock_side_effect"] = None
        for child in self._mock_children.values():
            if isinstance(child, NonCallableMock):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        kept = self._mock_return_value
        if isinstance(kept, NonCallableMock) and kept is not self:
            kept.reset_mock(visited)

    # ---- what it remembers -----------------------------------------------------------------------

    called = property(lambda self: self._mock_called, lambda self, v: self.__dict__.update(_mock_called=v))
    call_count = property(lambda self: self._mock_call_count,
                          lambda self, v: self.__dict__.update(_mock_call_count=v))
    call_args = property(lambda self: self._mock_call_args, lambda self, v: self.__dict__.update(_mock_call_args=v))
    call_args_list = property(lambda self: self._mock_call_args_list)
    mock_calls = property(lambda self: self._mock_mock_calls)

    @property
    def __class__(self):
        return type(self) if self.__dict__.get("_spec_class") is None else self._spec_class

    @property
    def return_value(self):
        if self._mock_return_value is DEFAULT and self._mock_wraps is None:
            self.return_value = self._get_child_mock(_new_parent=self, _new_name="()")
        return self._mock_return_value

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return_value"] = value
        if isinstance(value, NonCallableMock):
            _adopt(self, value, None, "()")

    @property
    def side_effect(self):
        return self._mock_side_effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            value = iter(value)
        self.__dict__["_mock_side_effect"] = value

    # ---- attributes ------------------------------------------------------------------------------

    def _get_child_mock(self, /, **kw):
        if self.__dict__.get("_mock_sealed"):
            raise AttributeError(f"{self._full_name()}.{kw.get('name') or '()'}")
        if kw.get("_new_name") in self.__dict__.get("_spec_asyncs", ()):
            return AsyncMock(**kw)
        kind = next(base for base in type(self).__mro__[1:] if base in _KINDS)
        return _CHILDREN.get(kind, kind)(**kw)

    def __getattr__(self, name):
        own = self.__dict__
        if name in ("_mock_methods", "_mock_children"):
            raise AttributeError(name)
        methods = own.get("_mock_methods")
        if methods is not None:
            if name not in methods or name in _DUNDERS:
                raise AttributeError("Mock object has no attribute %r" % name)
        elif name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if not own.get("_mock_unsafe") and (methods is None or name not in methods) and \
                name.startswith(("assert", "assret", "asert", "aseert", "assrt")):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to "
                                 "be an attribute.")
        child = self._mock_children.get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wraps = getattr(self._mock_wraps, name) if self._mock_wraps is not None else None
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            self._mock_children[name] = child
        return child

    def __setattr__(self, name, value):
        own = self.__dict__
        if name in ("return_value", "side_effect", "called", "call_count", "call_args") or name in own and \
                name.startswith("_mock_"):
            return object.__setattr__(self, name, value)
        if name == "__class__":
            own["_spec_class"] = value
            return None
        if self._spec_set and self._mock_methods is not None and name not in self._mock_methods:
            raise AttributeError("Mock object has no attribute '%s'" % name)
        if name.startswith("__") and name.endswith("__"):
            return self._set_dunder(name, value)
        if isinstance(value, NonCallableMock) and _adopt(self, value, name, name):
            self._mock_children[name] = value
        if own.get("_mock_sealed") and name not in own and not hasattr(type(self), name):
            raise AttributeError(f"Cannot set {self._full_name()}.{name}")
        object.__setattr__(self, name, value)

    def _set_dunder(self, name, value):
        if isinstance(value, NonCallableMock):
            _adopt(self, value, name, name)
            setattr(type(self), name, value)
            self._mock_children[name] = value
        elif callable(value) and not isinstance(value, type):
            setattr(type(self), name, lambda self, *args, **kw: value(self, *args, **kw))
        else:
            setattr(type(self), name, value)

    def __delattr__(self, name):
        self.__dict__.pop(name, None)
        if self._mock_children.get(name) is _deleted:
            raise AttributeError(name)
        self._mock_children[name] = _deleted

    def __dir__(self):
        extras = self._mock_methods or []
        children = [name for name, child in self._mock_children.items() if child is not _deleted]
        shown = [name for name in dir(type(self)) if not name.startswith("_")]
        return sorted({*extras, *shown, *(n for n in self.__dict__ if not n.startswith("_")), *children})

    # ---- names -----------------------------------------------------------------------------------

    def _full_name(self):
        """As in "mock.method().attribute"."""
        names, one = [], self
        while one._mock_new_parent is not None:
            names.append(one._mock_new_name)
            one = one._mock_new_parent
        text = one._mock_name or "mock"
        for name in reversed(names):
            text += name if name == "()" else "." + name
        return text

    def __repr__(self):
        name = self._full_name()
        shown = f" name={name!r}" if name not in ("mock", "mock.") else ""
        spec = ""
        if self._spec_class is not None:
            spec = f" spec{'_set' if self._spec_set else ''}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{shown}{spec} id='{id(self)}'>"

    # ---- assertions ------------------------------------------------------------------------------

    def _called_as(self):
        return self._mock_name or "mock"

    def _calls_repr(self):
        return f"\nCalls: {_safe_repr(self._mock_mock_calls)}." if self._mock_mock_calls else ""

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError("Expected '%s' to not have been called. Called %s times.%s" %
                                 (self._called_as(), self.call_count, self._calls_repr()))

    def assert_called(self):
        if not self.call_count:
            raise AssertionError("Expected '%s' to have been called." % self._called_as())

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to have been called once. Called %s times.%s" %
                                 (self._called_as(), self.call_count, self._calls_repr()))

    def _signature_for(self, name):
        """What the calls of the mock that a call's name leads to are bound by, or None."""
        one, found = self, self._spec_signature if not name else None
        for part in name.replace("()", "").split(".") if name else ():
            one = one._mock_children.get(part)
            if not isinstance(one, NonCallableMock):
                break
            found = one._spec_signature
        return found

    def _bound(self, one):
        """A call as its spec understands it: however its arguments were given, equal calls are equal. Or the error
        of a call that cannot be."""
        name, args, kwargs = one if len(one) > 2 else ("", *one)
        sig = self._signature_for(name)
        if sig is None:
            return one
        try:
            bound = sig.bind(*args, **kwargs)
        except TypeError as error:
            return error.with_traceback(None)
        return call(name, bound.args, bound.kwargs)

    def assert_called_with(self, /, *args, **kwargs):
        expected = _format_call(self._called_as(), args, kwargs)
        if self.call_args is None:
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n{_ACTUAL}: not called.")
        wanted = self._bound(_Call((args, kwargs), two=True))
        if wanted != self._bound(self.call_args):
            actual = _format_call(self._called_as(), *self.call_args)
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n{_ACTUAL}: {actual}") \
                from _error_or_none(wanted)

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to be called once. Called %s times.%s" %
                                 (self._called_as(), self.call_count, self._calls_repr()))
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        wanted = self._bound(_Call((args, kwargs), two=True))
        cause = _error_or_none(wanted)
        if cause or wanted not in [self._bound(one) for one in self.call_args_list]:
            raise AssertionError("%s call not found" % _format_call(self._called_as(), args, kwargs)) from cause

    def assert_has_calls(self, calls, any_order=False):
        calls = list(calls)
        wanted = [self._bound(one) for one in calls]
        cause = next((one for one in wanted if isinstance(one, Exception)), None)
        left, missing = _CallList(self._bound(one) for one in self.mock_calls), []
        if not any_order:
            if wanted not in left:
                problem = "Calls not found." if cause is None else \
                    f"Error processing expected calls.\nErrors: {[_error_or_none(one) for one in wanted]}"
                raise AssertionError(f"{problem}\nExpected: {_CallList(calls)}"
                                     + (f"\n{_ACTUAL}: {_safe_repr(self.mock_calls)}" if self.mock_calls else
                                        f"\n{_ACTUAL}: []")) from cause
            return
        found, left = left, list(left)
        for one in wanted:
            if one in left:
                left.remove(one)
            else:
                missing.append(one)
        if missing:
            raise AssertionError("%r does not contain all of %r in its call list, found %r instead" %
                                 (self._mock_name or "mock", tuple(missing), found)) from cause


def _error_or_none(one):
    return one if isinstance(one, Exception) else None


def _signature_of(spec):
    """How a spec would be called, self left out; None where nobody knows."""
    try:
        if isinstance(spec, type):
            return _inspect.signature(_partial(spec.__init__, None))
        return _inspect.signature(spec if isinstance(spec, _inspect.types.FunctionType) else spec.__call__)
    except (AttributeError, TypeError, ValueError):
        return None


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


def _adopt(parent, value, name, new_name):
    """A mock becomes part of another, if it is nobody's yet."""
    if value._mock_name or value._mock_new_name or value._mock_parent is not None or \
            value._mock_new_parent is not None:
        return False
    one = parent
    while one is not None:
        if one is value:
            return False
        one = one._mock_new_parent
    if new_name:
        value.__dict__.update(_mock_new_parent=parent, _mock_new_name=new_name)
    if name:
        value.__dict__.update(_mock_parent=parent, _mock_name=name)
    return True


class _Callable:
    """What a mock does when it is called."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name="", _new_parent=None, unsafe=False, **kwargs):
        NonCallableMock.__init__(self, spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent)
        self.__dict__["_mock_unsafe"] = unsafe
        self.__dict__["_mock_return_value"] = return_value
        if isinstance(return_value, NonCallableMock):
            _adopt(self, return_value, None, "()")
        self.side_effect = side_effect
        if kwargs:
            self.configure_mock(**kwargs)

    def __call__(self, /, *args, **kwargs):
        self._note_call(args, kwargs)
        return self._answer(args, kwargs)

    def _note_call(self, args, kwargs):
        one = _Call((args, kwargs), two=True)
        own = self.__dict__
        own.update(_mock_called=True, _mock_call_count=self._mock_call_count + 1, _mock_call_args=one)
        self._mock_call_args_list.append(one)
        self._mock_mock_calls.append(_Call(("", args, kwargs)))
        # Every mock above learns of it, too, under the way that led here.
        name, method_name = self._mock_new_name, self._mock_name
        is_method, parent = self._mock_parent is not None, self._mock_new_parent
        dot = name != "()"
        while parent is not None:
            if is_method:
                parent.method_calls.append(_Call((method_name, args, kwargs)))
                is_method = parent._mock_parent is not None
                if is_method:
                    method_name = parent._mock_name + "." + method_name
            parent._mock_mock_calls.append(_Call((name, args, kwargs)))
            if parent._mock_new_name:
                name = parent._mock_new_name + ("." if dot else "") + name
                dot = parent._mock_new_name != "()"
            parent = parent._mock_new_parent

    def _answer(self, args, kwargs):
        result, effect = DEFAULT, self.side_effect
        if _is_exception(effect):
            raise effect
        if callable(effect):
            result = effect(*args, **kwargs)
        elif effect is not None:
            result = next(effect)
            if _is_exception(result):
                raise result
        if result is not DEFAULT:
            return result
        wraps = self._mock_return_value is DEFAULT and self._mock_wraps is not None
        return self._mock_wraps(*args, **kwargs) if wraps else self.return_value


class Mock(_Callable, NonCallableMock):
    pass


# ---- dunders -------------------------------------------------------------------------------------

_RESULTS = {"__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented,
            "__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0,
            "__bool__": True, "__index__": 1}
_OPERATORS = ("add sub mul matmul truediv floordiv mod lshift rshift and xor or pow".split())
_DUNDERS = {"__hash__", "__str__", "__sizeof__", "__getitem__", "__setitem__", "__delitem__", "__enter__", "__iter__",
            "__eq__", "__ne__", "__round__", "__trunc__", "__floor__", "__ceil__", "__divmod__", "__rdivmod__",
            "__neg__", "__pos__", "__abs__", "__invert__", "__fspath__", "__aenter__", "__aexit__", "__aiter__",
            "__next__", "__anext__", "__reversed__", "__missing__", *_RESULTS,
            *(f"__{side}{name}__" for name in _OPERATORS for side in ("", "i", "r"))}
_ON_REQUEST = {"__reversed__", "__missing__"}


class _MagicMethod:
    """Makes the mock of a dunder when it is first used; what it returns is plain where Python wants that."""

    def __init__(self, name):
        self.name = name

    def of(self, obj):
        child = obj._mock_children.get(self.name)
        if child is None:
            async_kind = self.name in ("__aenter__", "__aexit__", "__anext__")
            child = (AsyncMock if async_kind else MagicMock)(name=self.name, parent=obj, _new_name=self.name,
                                                              _new_parent=obj)
            self._set_up(obj, child)
            obj._mock_children[self.name] = child
        return child

    def _set_up(self, obj, child):
        name = self.name
        if name in _RESULTS:
            child.return_value = _RESULTS[name]
        elif name == "__hash__":
            child.return_value = object.__hash__(obj)
        elif name == "__str__":
            child.return_value = object.__str__(obj)
        elif name == "__sizeof__":
            child.return_value = object.__sizeof__(obj)
        elif name == "__fspath__":
            child.return_value = f"{type(obj).__name__}/{obj._full_name()}/{id(obj)}"
        elif name == "__iter__":
            child.side_effect = lambda: iter([]) if child._mock_return_value is DEFAULT else iter(child.return_value)
        elif name == "__aiter__":
            child.side_effect = lambda: _async_items(() if child._mock_return_value is DEFAULT else child.return_value)
        elif name in ("__eq__", "__ne__"):
            def compare(other):
                kept = child._mock_return_value
                if kept is not DEFAULT:
                    return kept
                same = obj is other
                return (same or NotImplemented) if name == "__eq__" else (False if same else NotImplemented)
            child.side_effect = compare
        elif name == "__aexit__":
            child.return_value = False


async def _async_items(items):
    for item in items:
        yield item


_MAGIC = {name: _MagicMethod(name) for name in _DUNDERS - _ON_REQUEST}


class _Magic:
    def __init__(self, /, *args, **kw):
        super().__init__(*args, **kw)
        methods = self._mock_methods
        if methods is not None:
            for name in _MAGIC.keys() - set(methods):
                if name not in ("__eq__", "__ne__", "__hash__", "__str__", "__sizeof__", "__lt__", "__gt__", "__le__",
                                "__ge__"):
                    setattr(type(self), name, _Absent(name))

    def __getattr__(self, name):
        methods = self.__dict__.get("_mock_methods")
        if name in _MAGIC and (methods is None or name in methods):
            return _MAGIC[name].of(self)
        return super().__getattr__(name)


class _Absent:
    """A dunder that the spec does not have."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, kind=None):
        if self.name == "__len__":
            raise _NoLength("object of type 'MagicMock' has no len()")
        raise AttributeError(self.name)


class _NoLength(AttributeError, TypeError):
    """What list() takes for no length, and hasattr() for none, too."""


class _BoundMagic:
    """A dunder in the class: found by Python's operators, and as an attribute the mock that answers."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, kind=None):
        return self if obj is None else _MAGIC[self.name].of(obj)


for _name in _MAGIC:
    setattr(_Magic, _name, _BoundMagic(_name))
del _name


class NonCallableMagicMock(_Magic, NonCallableMock):
    pass


class MagicMock(_Magic, Mock):
    pass


class AsyncMock(_Magic, Mock):
    """Calling it gives a coroutine; what is awaited is counted apart."""

    _is_coroutine_function = True

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())

    def __call__(self, /, *args, **kwargs):
        self._note_call(args, kwargs)
        return self._execute_mock_call(args, kwargs)

    async def _execute_mock_call(self, args, kwargs):
        one = _Call((args, kwargs), two=True)
        self.__dict__.update(await_count=self.await_count + 1, await_args=one)
        self.await_args_list.append(one)
        effect = self.side_effect
        if effect is not None and callable(effect) and not _is_exception(effect) and \
                _inspect.iscoroutinefunction(effect):
            result = await effect(*args, **kwargs)
            return self.return_value if result is DEFAULT else result
        try:
            return self._answer(args, kwargs)
        except StopIteration:
            raise StopAsyncIteration

    _execute_mock_call.__qualname__ = "AsyncMockMixin._execute_mock_call"

    def _get_child_mock(self, /, **kw):
        return MagicMock(**kw) if kw.get("_new_name") == "()" else AsyncMock(**kw)

    def assert_awaited(self):
        if not self.await_count:
            raise AssertionError(f"Expected {self._called_as()} to have been awaited.")

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._called_as()} to have been awaited once. Awaited "
                                 f"{self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        expected = _format_call(self._called_as(), args, kwargs)
        if self.await_args is None:
            raise AssertionError(f"Expected await: {expected}\nNot awaited")
        if _Call((args, kwargs), two=True) != self.await_args:
            actual = _format_call(self._called_as(), *self.await_args)
            raise AssertionError(f"expected await not found.\nExpected: {expected}\n{_ACTUAL}: {actual}")

    def assert_awaited_once_with(self, /, *args, **kwargs):
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._called_as()} to have been awaited once. Awaited "
                                 f"{self.await_count} times.")
        return self.assert_awaited_with(*args, **kwargs)

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(f"Expected {self._called_as()} to not have been awaited. Awaited "
                                 f"{self.await_count} times.")


_KINDS = {NonCallableMock, Mock, NonCallableMagicMock, MagicMock, AsyncMock}
_CHILDREN = {NonCallableMock: Mock, NonCallableMagicMock: MagicMock}


class PropertyMock(Mock):
    """To be set on a class: getting calls it, setting calls it with the value."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, **kwargs):
    _refuse("unittest.mock.create_autospec")


def seal(mock):
    """No new attributes from now on."""
    mock.__dict__["_mock_sealed"] = True
    for child in mock._mock_children.values():
        if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
            seal(child)


def mock_open(mock=None, read_data=""):
    """A mock of open(): each call begins to read at the beginning."""
    import io
    mock = MagicMock(name="open", spec=open) if mock is None else mock
    handle = MagicMock(spec=["read", "readline", "readlines", "write", "writelines", "close", "__enter__", "__exit__",
                             "__iter__", "__next__", "flush", "seek", "tell", "closed"])
    state = {}

    def restart(*args, **kwargs):
        state["file"] = io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)
        return DEFAULT

    restart()
    handle.__enter__.return_value = handle
    for name in ("read", "readline", "readlines"):
        getattr(handle, name).side_effect = lambda *args, name=name, **kw: getattr(state["file"], name)(*args, **kw)
    handle.__iter__.side_effect = lambda: iter(state["file"])
    mock.side_effect = restart
    mock.return_value = handle
    return mock
