"""References that do not keep their objects alive."""

import atexit as _atexit
from sys import version_info as _version
from _machine import counted, uncounted as _uncounted
from _collections_abc import MutableMapping as _MutableMapping, MutableSet as _MutableSet

ProxyTypes = (ProxyType, CallableProxyType)
__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
           "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]

_missing = object()


class WeakMethod(ref):
    """Refers weakly to the instance and the function of a bound method, which itself would be gone at once."""

    __slots__ = "_function", "_kind", "_alive", "__weakref__"

    def __new__(cls, method, callback=None):
        try:
            instance, function = method.__self__, method.__func__
        except AttributeError:
            raise TypeError("argument should be a bound method, not {}".format(type(method))) from None

        def gone(_):
            self = weakly()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, instance, gone)
        self._function = ref(function, gone)
        self._kind = type(method)
        self._alive = True
        weakly = ref(self)
        return self

    def __call__(self):
        instance, function = super().__call__(), self._function()
        if instance is None or function is None:
            return None
        return self._kind(function, instance)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not (self._alive and other._alive):
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    def __ne__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        return not self == other

    __hash__ = ref.__hash__


class _Pause:
    """While somebody iterates over a collection, dead entries are only noted."""

    def __init__(self, collection):
        self.collection = ref(collection)

    def __enter__(self):
        collection = self.collection()
        if collection is not None:
            collection._iterating.add(self)
        return self

    def __exit__(self, *exception):
        collection = self.collection()
        if collection is not None:
            iterating = collection._iterating
            iterating.remove(self)
            if not iterating:
                collection._drop_waiting()


class _Fading:
    """A collection of weak references: those whose objects go are dropped, at once or, while somebody
    iterates, as soon as nobody does."""

    def _begin(self):
        def remove(reference, weakly=ref(self)):
            collection = weakly()
            if collection is None:
                return
            if collection._iterating:
                collection._waiting.append(reference)
            else:
                collection._drop(reference)

        self._remove, self._waiting, self._iterating = remove, [], set()

    def _tidy(self):
        if self._waiting:
            self._drop_waiting()

    def _drop_waiting(self):
        take = self._waiting.pop
        while True:
            try:
                reference = take()
            except IndexError:
                return
            self._drop(reference)


class _WeakMapping(_Fading):
    """What the two dictionaries share: everything that needs only [], del, len and items()."""

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def __eq__(self, other):
        if not (isinstance(other, (WeakValueDictionary, WeakKeyDictionary)) or hasattr(other, "keys") and hasattr(other, "__getitem__")):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None
    __reversed__ = None

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def __repr__(self):
        return "<%s at %#x>" % (self.__class__.__name__, id(self))

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        both = self.copy()
        both.update(other)
        return both

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        both = self.__class__()
        both.update(other)
        both.update(self)
        return both

    def copy(self):
        new = self.__class__()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy


def _pairs(source):
    """Of a mapping, or of an iterable of pairs."""
    if hasattr(source, "items"):
        return source.items()
    return dict(source).items()


class KeyedRef(ref):
    """A weak reference that knows under which key its object is kept."""

    __slots__ = ("key",)

    def __new__(cls, ob, callback, key):
        self = ref.__new__(cls, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class WeakValueDictionary(_MutableMapping):
    """A dictionary whose entries go when their values do."""

    def __init__(self, other=(), /, **kw):
        self._begin()
        self.data = {}
        self.update(other, **kw)

    def _drop(self, reference):
        _remove_dead_weakref(self.data, reference.key)

    def __getitem__(self, key):
        self._tidy()
        o = self.data[key]()
        if o is None:
            raise KeyError(key)
        return o

    def __setitem__(self, key, value):
        self._tidy()
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        self._tidy()
        del self.data[key]

    def __len__(self):
        return len(self.data) - len(self._waiting)

    def __contains__(self, key):
        self._tidy()
        try:
            return self.data[key]() is not None
        except KeyError:
            return False

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self.items():
            new[deepcopy(key, memo)] = value
        return new

    def get(self, key, default=None):
        self._tidy()
        try:
            reference = self.data[key]
        except KeyError:
            return default
        o = reference()
        return default if o is None else o

    def items(self):
        self._tidy()
        with _Pause(self):
            for key, reference in self.data.items():
                o = reference()
                if o is not None:
                    yield key, o

    def keys(self):
        self._tidy()
        with _Pause(self):
            for key, reference in self.data.items():
                if reference() is not None:
                    yield key

    __iter__ = keys

    def values(self):
        self._tidy()
        with _Pause(self):
            for reference in self.data.values():
                o = reference()
                if o is not None:
                    yield o

    def itervaluerefs(self):
        self._tidy()
        with _Pause(self):
            yield from self.data.values()

    def valuerefs(self):
        self._tidy()
        return list(self.data.values())

    def popitem(self):
        self._tidy()
        while True:
            key, reference = self.data.popitem()
            o = reference()
            if o is not None:
                return key, o

    def pop(self, key, *args):
        self._tidy()
        reference = self.data.pop(key, None)
        o = reference() if reference is not None else None
        if o is not None:
            return o
        if args:
            return args[0]
        raise KeyError(key)

    def setdefault(self, key, default=None):
        o = self.get(key)
        if o is None:
            self[key] = o = default
        return o

    def update(self, other=None, /, **kwargs):
        self._tidy()
        if other is not None:
            for key, o in _pairs(other):
                self.data[key] = KeyedRef(o, self._remove, key)
        for key, o in kwargs.items():
            self.data[key] = KeyedRef(o, self._remove, key)


class WeakKeyDictionary(_MutableMapping):
    """A dictionary whose entries go when their keys do."""

    def __init__(self, dict=None):
        self._begin()
        self.data, self._deleted_from = {}, False
        if dict is not None:
            self.update(dict)

    def _drop(self, reference):
        self.data.pop(reference, None)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        self._deleted_from = True
        del self.data[ref(key)]

    def __len__(self):
        if self._deleted_from and self._waiting:
            self._forget_deleted()
        return len(self.data) - len(self._waiting)

    def _forget_deleted(self):
        """What was deleted need not be dropped."""
        self._waiting = [key for key in self._waiting if key in self.data]
        self._deleted_from = False

    def __contains__(self, key):
        try:
            reference = ref(key)
        except TypeError:
            return False
        return reference in self.data

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self.items():
            new[key] = deepcopy(value, memo)
        return new

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def items(self):
        with _Pause(self):
            for reference, value in self.data.items():
                key = reference()
                if key is not None:
                    yield key, value

    def keys(self):
        with _Pause(self):
            for reference in self.data:
                key = reference()
                if key is not None:
                    yield key

    __iter__ = keys

    def values(self):
        with _Pause(self):
            for reference, value in self.data.items():
                if reference() is not None:
                    yield value

    def keyrefs(self):
        return list(self.data)

    def popitem(self):
        self._deleted_from = True
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def pop(self, key, *args):
        self._deleted_from = True
        return self.data.pop(ref(key), *args)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, dict=None, /, **kwargs):
        if dict is not None:
            for key, value in _pairs(dict):
                self[key] = value
        if kwargs:
            for key, value in kwargs.items():
                self[key] = value


class WeakSet:
    """A set whose members go when nobody else refers to them."""

    __module__ = "_weakrefset"

    def __init__(self, data=None):
        self._begin()
        self.data = set()
        if data is not None:
            self.update(data)

    def _drop(self, reference):
        self.data.discard(reference)

    def _drop_waiting(self):
        take = self._waiting.pop
        discard = self.data.discard
        while True:
            try:
                reference = take()
            except IndexError:
                return
            discard(reference)

    def __iter__(self):
        if _version >= (3, 13):
            _uncounted()
        with _Pause(self):
            for reference in self.data:
                item = reference()
                if item is not None:
                    yield item

    def __len__(self):
        return len(self.data) - len(self._waiting)

    def __contains__(self, item):
        try:
            reference = ref(item)
        except TypeError:
            return False
        return reference in self.data

    def __reduce__(self):
        return self.__class__, (list(self),), self.__getstate__()

    def __repr__(self):
        return repr(self.data)

    def add(self, item):
        self._tidy()
        self.data.add(ref(item, self._remove))

    def clear(self):
        self._tidy()
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        self._tidy()
        item = None
        while item is None:
            try:
                item = self.data.pop()()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
        return item

    def remove(self, item):
        self._tidy()
        self.data.remove(ref(item))

    def discard(self, item):
        self._tidy()
        self.data.discard(ref(item))

    def update(self, other):
        self._tidy()
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def _with(self, operation, other):
        return self.__class__(operation(set(self), set(other)))

    def difference(self, other):
        return self._with(set.difference, other)

    __sub__ = difference

    def intersection(self, other):
        return self._with(set.intersection, other)

    __and__ = intersection

    def symmetric_difference(self, other):
        return self._with(set.symmetric_difference, other)

    __xor__ = symmetric_difference

    def union(self, other):
        return self._with(set.union, other)

    __or__ = union

    def difference_update(self, other):
        self._tidy()
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update([ref(item) for item in other])

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection_update(self, other):
        self._tidy()
        self.data.intersection_update([ref(item) for item in other])

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def symmetric_difference_update(self, other):
        self._tidy()
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update([ref(item, self._remove) for item in other])

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def issubset(self, other):
        return self.data.issubset([ref(item) for item in other])

    __le__ = issubset

    def issuperset(self, other):
        return self.data.issuperset([ref(item) for item in other])

    __ge__ = issuperset

    def __lt__(self, other):
        return self.data < {ref(item) for item in other}

    def __gt__(self, other):
        return self.data > {ref(item) for item in other}

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == {ref(item) for item in other}

    __hash__ = None

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0


_MutableSet.register(WeakSet)


# What they share is theirs, not a base's: CPython's classes have none of ours.
for _each, _shared in ((WeakValueDictionary, _WeakMapping), (WeakKeyDictionary, _WeakMapping), (WeakSet, _Fading)):
    for _from in _shared.__mro__[:-1]:
        for _name, _value in vars(_from).items():
            if _name not in vars(_each):
                setattr(_each, _name, _value)
del _each, _shared, _from, _name, _value


class finalize:
    """A call that is made when an object goes, or else at the end of the program."""

    __slots__ = ()
    _registry = {}
    _serial = 0
    _registered = _over = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registered:
            _atexit.register(finalize._exitfunc)
            finalize._registered = True
        entry = self._Info()
        entry.weakref = ref(obj, self)
        entry.func = func
        entry.args = args
        entry.kwargs = kwargs or None
        entry.atexit = True
        finalize._serial += 1
        entry.index = finalize._serial
        self._registry[self] = entry

    def __call__(self, _=None):
        entry = self._registry.pop(self, None)
        if entry is None or self._over:
            return None
        return entry.func(*entry.args, **(entry.kwargs or {}))

    def peek(self):
        """The object, function and arguments of a finalizer that is still to run."""
        entry = self._registry.get(self)
        obj = None if entry is None else entry.weakref()
        return None if obj is None else (obj, entry.func, entry.args, entry.kwargs or {})

    def detach(self):
        """The same, of one that will not run any more."""
        told = self.peek()
        still_there = told is not None and self._registry.pop(self, None) is not None
        return told if still_there else None

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        return self.alive and self._registry[self].atexit

    @atexit.setter
    def atexit(self, value):
        if self.alive:
            self._registry[self].atexit = bool(value)

    def __repr__(self):
        told = self.peek()
        state = "dead" if told is None else f"for {type(told[0]).__name__!r} at {id(told[0]):#x}"
        return f"<{type(self).__name__} object at {id(self):#x}; {state}>"

    @classmethod
    def _exitfunc(cls):
        """At the end of the program: those still to run, the newest first."""
        while True:
            waiting = [(info.index, f) for f, info in cls._registry.items() if info.atexit]
            if not waiting:
                break
            _, newest = max(waiting, key=lambda pair: pair[0])
            newest()
        finalize._over = True


for _each in (WeakMethod, _Pause, _Fading, _WeakMapping, KeyedRef, WeakValueDictionary, WeakKeyDictionary, WeakSet,
              finalize):
    counted(_each)
del _each, counted
