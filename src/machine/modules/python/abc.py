# abc: abstract base classes.
#
# What an ABCMeta knows of other classes, and how it finds out, is in C (modules/abc.c).

from _abc import (_abc_init, _abc_instancecheck, _abc_register, _abc_subclasscheck, _get_dump,
                  _reset_caches, _reset_registry, get_cache_token)
from _machine import counted, share_marks


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


class ABCMeta(type):
    """The type of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _abc_init(cls)
        return cls

    def register(cls, subclass):
        _abc_register(cls, subclass)
        share_marks(cls, subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return _abc_instancecheck(cls, instance)

    def __subclasscheck__(cls, subclass):
        return _abc_subclasscheck(cls, subclass)

    def _dump_registry(cls, file=None):
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)
        names = "_abc_registry", "_abc_cache", "_abc_negative_cache", "_abc_negative_cache_version"
        for name, value in zip(names, _get_dump(cls)):
            print(f"{name}: {value!r}", file=file)

    def _abc_registry_clear(cls):
        _reset_registry(cls)

    def _abc_caches_clear(cls):
        _reset_caches(cls)


class ABC(metaclass=ABCMeta):
    """A class to derive from that is abstract as soon as it has abstract methods."""

    __slots__ = ()


def update_abstractmethods(cls):
    """Looks again at what is abstract, after methods have been added."""
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    names = set()
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    for name, value in cls.__dict__.items():
        if getattr(value, "__isabstractmethod__", False):
            names.add(name)
    cls.__abstractmethods__ = frozenset(names)
    return cls


for _each in (abstractmethod, abstractclassmethod, abstractstaticmethod, ABCMeta, update_abstractmethods,
              _check_methods):
    counted(_each)
del _each, counted
