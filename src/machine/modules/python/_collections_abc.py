# _collections_abc: the abstract base classes of containers, and what a class gets from each for
# nothing.
#
# Those of one method recognise every class that has it (__subclasshook__); those of several take only
# what inherits from them or is registered, the builtin types at the end of this file among them. The
# methods that come with a class use nothing but its abstract ones.

import sys
from abc import ABCMeta, abstractmethod, _check_methods
from types import GenericAlias
from _machine import counted, mark_collection

__name__ = "collections.abc"  # what the classes say of where they are from
_version = sys.version_info[:2]

__all__ = ["Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator",
           "Hashable", "Iterable", "Iterator", "Generator", "Reversible", "Sized", "Container",
           "Callable", "Collection", "Set", "MutableSet", "Mapping", "MutableMapping",
           "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence",
           "ByteString"]
if _version >= (3, 12):
    __all__.append("Buffer")


# How _check_methods is called with so many names: each written out, since f(*names) makes a list first.
_asking = (
    None,
    lambda C, names: _check_methods(C, names[0]),
    lambda C, names: _check_methods(C, names[0], names[1]),
    lambda C, names: _check_methods(C, names[0], names[1], names[2]),
    lambda C, names: _check_methods(C, names[0], names[1], names[2], names[3]),
    lambda C, names: _check_methods(C, names[0], names[1], names[2], names[3], names[4]),
)


def _hook(owner, *methods):
    """A __subclasshook__ that knows a class by its methods."""
    ask = _asking[len(methods)]

    def __subclasshook__(cls, C):
        if cls is globals()[owner]:
            return ask(C, methods)
        return NotImplemented
    return classmethod(__subclasshook__)


def _thrown(typ, val, tb):
    """The exception that throw() is to raise, of its three arguments."""
    if val is None:
        if tb is None:
            return typ
        val = typ()
    return val if tb is None else val.with_traceback(tb)


def _close(steps, kind):
    """Generator.close() and Coroutine.close()."""
    try:
        steps.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError(f"{kind} ignored GeneratorExit")


# ---- one-trick classes -------------------------------------------------------------------------


class Hashable(metaclass=ABCMeta):
    __slots__ = ()
    __subclasshook__ = _hook("Hashable", "__hash__")

    @abstractmethod
    def __hash__(self):
        return 0


class Awaitable(metaclass=ABCMeta):
    __slots__ = ()
    __subclasshook__ = _hook("Awaitable", "__await__")
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __await__(self):
        yield


class Coroutine(Awaitable):
    __slots__ = ()
    __subclasshook__ = _hook("Coroutine", "__await__", "send", "throw", "close")

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise _thrown(typ, val, tb)

    def close(self):
        _close(self, "coroutine")


class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()
    __subclasshook__ = _hook("AsyncIterable", "__aiter__")
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()


class AsyncIterator(AsyncIterable):
    __slots__ = ()
    __subclasshook__ = _hook("AsyncIterator", "__anext__", "__aiter__")

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self


class AsyncGenerator(AsyncIterator):
    __slots__ = ()
    __subclasshook__ = _hook("AsyncGenerator", "__aiter__", "__anext__", "asend", "athrow",
                             "aclose")

    async def __anext__(self):
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        raise _thrown(typ, val, tb)

    async def aclose(self):
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")


class Iterable(metaclass=ABCMeta):
    __slots__ = ()
    __subclasshook__ = _hook("Iterable", "__iter__")
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __iter__(self):
        yield from ()


class Iterator(Iterable):
    __slots__ = ()
    __subclasshook__ = _hook("Iterator", "__iter__", "__next__")

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


class Reversible(Iterable):
    __slots__ = ()
    __subclasshook__ = _hook("Reversible", "__reversed__", "__iter__")

    @abstractmethod
    def __reversed__(self):
        yield from ()


class Generator(Iterator):
    __slots__ = ()
    __subclasshook__ = _hook("Generator", "__iter__", "__next__", "send", "throw", "close")

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise _thrown(typ, val, tb)

    def close(self):
        _close(self, "generator")


class Sized(metaclass=ABCMeta):
    __slots__ = ()
    __subclasshook__ = _hook("Sized", "__len__")

    @abstractmethod
    def __len__(self):
        return 0


class Container(metaclass=ABCMeta):
    __slots__ = ()
    __subclasshook__ = _hook("Container", "__contains__")
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __contains__(self, x):
        return False


class Collection(Sized, Iterable, Container):
    __slots__ = ()
    __subclasshook__ = _hook("Collection", "__len__", "__iter__", "__contains__")


if _version >= (3, 12):
    class Buffer(metaclass=ABCMeta):
        __slots__ = ()
        __subclasshook__ = _hook("Buffer", "__buffer__")

        @abstractmethod
        def __buffer__(self, flags, /):
            raise NotImplementedError


class _CallableGenericAlias(GenericAlias):
    """Callable[[int, str], bool]: the arguments' types and the result's in one row."""

    __slots__ = ()

    def __new__(cls, origin, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        given, result = args
        listed = isinstance(given, (tuple, list))
        if not listed and not _is_param_expression(given):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. "
                            f"Got {given}")
        return super().__new__(cls, origin, (*given, result) if listed else args)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expression(args[0]):
            return super().__repr__()
        shown = ", ".join([_type_repr(a) for a in args[:-1]])
        return f"collections.abc.Callable[[{shown}], {_type_repr(args[-1])}]"

    def __getitem__(self, item):
        args = super().__getitem__(item if isinstance(item, tuple) else (item,)).__args__
        apart = isinstance(args[0], (tuple, list))
        return _CallableGenericAlias(Callable, args if apart else (args[:-1], args[-1]))

    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and _is_param_expression(args[0])):
            args = list(args[:-1]), args[-1]
        return _CallableGenericAlias, (Callable, args)


def _is_param_expression(obj):
    if obj is Ellipsis or isinstance(obj, list):
        return True
    kind = type(obj)
    return kind.__module__ == "typing" and kind.__name__ in ("ParamSpec", "_ConcatenateGenericAlias")


def _type_repr(obj):
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    return "..." if obj is Ellipsis else repr(obj)


class Callable(metaclass=ABCMeta):
    __slots__ = ()
    __subclasshook__ = _hook("Callable", "__call__")
    __class_getitem__ = classmethod(_CallableGenericAlias)

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False


# ---- sets --------------------------------------------------------------------------------------


class Set(Collection):
    """A set of whatever __contains__, __iter__ and __len__ say."""

    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __le__(self, other):
        if isinstance(other, Set):
            return len(self) <= len(other) and all(item in other for item in self)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, Set):
            return len(self) >= len(other) and all(item in self for item in other)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, Set):
            return len(self) < len(other) and self.__le__(other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, Set):
            return len(self) > len(other) and self.__ge__(other)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, Set):
            return len(self) == len(other) and self.__le__(other)
        return NotImplemented

    def __and__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(item for item in other if item in self)
        return NotImplemented

    __rand__ = __and__

    def isdisjoint(self, other):
        return not any(value in self for value in other)

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(value for part in (self, other) for value in part)

    __ror__ = __or__

    def _as_set(self, other):
        return other if isinstance(other, Set) else self._from_iterable(other)

    def __sub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        other = self._as_set(other)
        return self._from_iterable(value for value in self if value not in other)

    def __rsub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(value for value in self._as_set(other) if value not in self)

    def __xor__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        other = self._as_set(other)
        return (self - other) | (other - self)

    __rxor__ = __xor__

    def _hash(self):
        return hash(frozenset(self))


class MutableSet(Set):
    __slots__ = ()

    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            break
        else:
            raise KeyError from None
        self.discard(value)
        return value

    def clear(self):
        try:
            while True:
                self.pop()
        except KeyError:
            pass

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)
        return self

    def __isub__(self, it):
        if it is not self:
            for value in it:
                self.discard(value)
        else:
            self.clear()
        return self

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __ixor__(self, it):
        if it is not self:
            for value in self._as_set(it):
                toggle = self.discard if value in self else self.add
                toggle(value)
        else:
            self.clear()
        return self


# ---- mappings ----------------------------------------------------------------------------------


class Mapping(Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def __contains__(self, key):
        try:
            self[key]
            return True
        except KeyError:
            return False

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        if isinstance(other, Mapping):
            return dict(self.items()) == dict(other.items())
        return NotImplemented

    __reversed__ = None


class MappingView(Sized):
    __slots__ = ("_mapping",)
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"


class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return found is value or found == value

    def __iter__(self):
        for key in self._mapping:
            yield (key, self._mapping[key])


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        for key in self._mapping:
            found = self._mapping[key]
            if found is value or found == value:
                return True
        return False

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


_nothing = object()


class MutableMapping(Mapping):
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_nothing):
        try:
            value = self[key]
        except KeyError:
            if default is _nothing:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            break
        else:
            raise KeyError from None
        pair = key, self[key]
        del self[key]
        return pair

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def update(self, other=(), /, **kwds):
        if isinstance(other, Mapping):
            for key in other:
                self[key] = other[key]
        elif hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default


# ---- sequences ---------------------------------------------------------------------------------


def _from_front(sequence, index):
    return index + len(sequence) if index < 0 else index


class Sequence(Reversible, Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        at = 0
        try:
            while True:
                found = self[at]
                yield found
                at += 1
        except IndexError:
            return

    def __contains__(self, value):
        for found in self:
            if found is value or found == value:
                return True
        return False

    def __reversed__(self):
        for at in reversed(range(len(self))):
            yield self[at]

    def index(self, value, start=0, stop=None):
        at = start if start is None else max(_from_front(self, start), 0)
        end = stop if stop is None else _from_front(self, stop)
        while end is None or at < end:
            try:
                found = self[at]
            except IndexError:
                break
            if found is value or found == value:
                return at
            at += 1
        raise ValueError

    def count(self, value):
        return sum(1 for found in self if found is value or found == value)


if _version < (3, 12):
    class ByteString(Sequence):
        __slots__ = ()
else:
    class _DeprecateByteStringMeta(ABCMeta):
        def __new__(cls, name, bases, namespace, **kwargs):
            if name != "ByteString":
                _warn_of_byte_string()
            return super().__new__(cls, name, bases, namespace, **kwargs)

        def __instancecheck__(cls, instance):
            _warn_of_byte_string()
            return super().__instancecheck__(instance)

    class ByteString(Sequence, metaclass=_DeprecateByteStringMeta):
        __slots__ = ()

    def _warn_of_byte_string():
        from _library import warn_deprecated
        warn_deprecated("'collections.abc.ByteString' is deprecated and slated for removal in Python 3.14")


class MutableSequence(Sequence):
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def reverse(self):
        n = len(self)
        for low, high in zip(range(n // 2), reversed(range(n))):
            self[low], self[high] = self[high], self[low]

    def extend(self, values):
        if values is self:
            values = list(values)
        for value in values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


# ---- which builtin types are what --------------------------------------------------------------


def _register():
    async def coroutine():
        pass
    made = coroutine()
    Coroutine.register(type(made))
    made.close()

    async def generator():
        yield
    AsyncGenerator.register(type(generator()))
    Generator.register(type((lambda: (yield))()))
    for iterable in (b"", {}.keys(), {}.values(), {}.items(), [], range(0), range(1 << 1000),
                     set(), "", (), zip()):
        Iterator.register(type(iter(iterable)))
    Iterator.register(type(iter(reversed([]))))
    for cls, types in ((Set, (frozenset,)), (MutableSet, (set,)), (Mapping, (type(int.__dict__),)),
                       (MutableMapping, (dict,)), (MutableSequence, (list,)),
                       (ByteString, (bytes,)), (Sequence, (tuple, str, range)),
                       (MappingView, ()), (KeysView, (type({}.keys()),)),
                       (ItemsView, (type({}.items()),)), (ValuesView, (type({}.values()),))):
        for registered in types:
            cls.register(registered)
    if _version >= (3, 13):
        Mapping.register(type((x for x in ()).gi_frame.f_locals))
    import builtins
    for name in ("bytearray", "memoryview"):
        if name in builtins.__dict__:
            (MutableSequence if name == "bytearray" else Sequence).register(getattr(builtins, name))
            if name == "bytearray":
                ByteString.register(bytearray)
            if _version >= (3, 12):
                Buffer.register(getattr(builtins, name))
    if _version >= (3, 12):
        Buffer.register(bytes)


mark_collection(Sequence, "sequence")
mark_collection(MutableSequence, "sequence")
mark_collection(ByteString, None)
mark_collection(Mapping, "mapping")
mark_collection(MutableMapping, "mapping")
_register()

for _each in (_hook, *_asking[1:], Mapping, MutableMapping, Sequence, MutableSequence, Set, MutableSet, KeysView,
              ItemsView, ValuesView, Iterator, Generator):
    counted(_each)
del _each, counted

# Of the abstract classes' derived ones, those that every program has.
from _environ import _Environ
del _Environ
