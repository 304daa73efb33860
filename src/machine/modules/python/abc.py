# abc: abstract base classes.
#
# An ABCMeta has a record of what was registered with it, and of what it has learnt: which classes are
# its subclasses and which are not, by weak references. A registration anywhere may make a "no" wrong,
# never a "yes": so the noes carry the number of registrations at the time, and are forgotten when it
# has grown.

from _machine import ref as _ref, share_marks


def abstractmethod(funcobj):
    """Marks a method that a subclass has to define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class abstractproperty(property):
    __isabstractmethod__ = True


def _check_methods(C, *methods):
    """Whether a class has all of these methods and has not put None in the place of one."""
    for method in methods:
        for base in C.__mro__:
            found = base.__dict__.get(method, NotImplemented)
            if found is not NotImplemented:
                break
        if found is None or found is NotImplemented:
            return NotImplemented
    return True


# Registering anywhere makes every remembered "no" doubtful: each class notes at which registration
# its own were learnt.
_registrations = 0


class _Classes:
    """Classes that it does not keep alive, in the order in which they came."""

    __slots__ = ("refs", "__weakref__")

    def __init__(self):
        self.refs = {}

    def __contains__(self, cls):
        return _ref(cls) in self.refs

    def __iter__(self):
        return (cls for cls in [known() for known in self.refs] if cls is not None)

    def add(self, cls):
        self.refs[_ref(cls, _Forgetting(self))] = None

    def clear(self):
        self.refs.clear()


class _Forgetting:
    """Called when a class is gone; it does not keep alive either who knew it."""

    __slots__ = ("who",)

    def __init__(self, classes):
        self.who = _ref(classes)

    def __call__(self, gone):
        classes = self.who()
        if classes is not None:
            classes.refs.pop(gone, None)


class _Record:
    """What an abstract class knows of others."""

    __slots__ = ("registered", "yes", "no", "learnt")

    def __init__(self):
        self.registered, self.yes, self.no = _Classes(), _Classes(), _Classes()
        self.learnt = _registrations


def _abstract_names(cls, namespace):
    names = {name for name, value in namespace.items()
             if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """The type of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        cls._abc_impl = _Record()
        return cls

    def register(cls, subclass):
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if not issubclass(subclass, cls):
            if issubclass(cls, subclass):
                raise RuntimeError("Refusing to create an inheritance cycle")
            cls._abc_impl.registered.add(subclass)
            share_marks(cls, subclass)
            _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        record = cls._abc_impl
        kind = instance.__class__
        if kind in record.yes:
            return True
        actual = type(instance)
        if actual is kind:
            if record.learnt == _registrations and kind in record.no:
                return False
            return cls.__subclasscheck__(kind)
        return cls.__subclasscheck__(kind) or cls.__subclasscheck__(actual)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        record = cls._abc_impl
        if subclass in record.yes:
            return True
        if record.learnt < _registrations:
            record.no.clear()
            record.learnt = _registrations
        elif subclass in record.no:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = _by_descent(cls, subclass)
        (record.yes if answer else record.no).add(subclass)
        return answer

    def _dump_registry(cls, file=None):
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"_abc_registry: {set(cls._abc_impl.registered)!r}", file=file)


def _by_descent(cls, subclass):
    if cls in getattr(subclass, "__mro__", ()):
        return True
    for registered in cls._abc_impl.registered:
        if issubclass(subclass, registered):
            return True
    for derived in cls.__subclasses__():
        if issubclass(subclass, derived):
            return True
    return False


class ABC(metaclass=ABCMeta):
    """A class to derive from that is abstract as soon as it has abstract methods."""

    __slots__ = ()


def update_abstractmethods(cls):
    """Looks again at what is abstract, after methods have been added."""
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__)
    return cls


def get_cache_token():
    return _registrations
