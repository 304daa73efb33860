# NamedTuple, TypedDict and NewType.

import sys
from _library import warn_deprecated as _warn
from _machine import caller_name
from typing._classes import Generic, _generic_class_getitem
from typing._forms import Annotated, NotRequired, Required, Union, _type_check
from typing._hints import get_origin

_version = sys.version_info[:2]
_QUALIFIERS = Required, NotRequired
if _version >= (3, 13):
    from typing._forms import ReadOnly
    _QUALIFIERS += (ReadOnly,)

_PROHIBITED = frozenset({"__new__", "__init__", "__slots__", "__getnewargs__", "_fields",
                         "_field_defaults", "_field_types", "_make", "_replace", "_asdict",
                         "_source"})
_SPECIAL = frozenset({"__module__", "__name__", "__annotations__"})


def _make_named_tuple(name, fields, module, defaults=()):
    from collections import namedtuple
    message = "field {} annotation must be a type"
    fields = list(fields)
    hints = {n: _type_check(t, message.format(n)) for n, t in fields}
    made = namedtuple(name, [n for n, t in fields], defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = hints
    return made


def _tell_name(value, owner, name):
    """What type.__new__() does for the values in a class statement."""
    hook = getattr(type(value), "__set_name__", None)
    if hook is None:
        return
    try:
        hook(value, owner, name)
    except BaseException as e:
        e.add_note(f"Error calling __set_name__ on {type(value).__name__!r} instance {name!r} in "
                   f"{owner.__name__!r}")
        raise


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        hints = ns.get("__annotations__", {})
        with_default = []
        for name in hints:
            if name in ns:
                with_default.append(name)
            elif with_default:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field"
                                f"{'s' if len(with_default) > 1 else ''} {', '.join(with_default)}")
        made = _make_named_tuple(typename, hints.items(), ns["__module__"],
                                 [ns[name] for name in with_default])
        made.__bases__ = tuple(tuple if base is _NamedTuple else base for base in bases)
        if Generic in bases:
            made.__class_getitem__ = classmethod(_generic_class_getitem)
        for key, value in ns.items():
            if key in _PROHIBITED:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _SPECIAL:
                if key not in made._fields:
                    setattr(made, key, value)
                if _version >= (3, 13):
                    _tell_name(value, made, key)
        if Generic in bases:
            made.__init_subclass__()
        return made


_NOT_GIVEN = object() if _version >= (3, 13) else None


def _fields_missing(typename, fields, kwargs):
    """3.13 warns of named tuples whose fields are not a list."""
    if kwargs and fields is None:
        raise TypeError("Cannot pass `None` as the 'fields' parameter and also specify fields using keyword arguments")
    what = ("Creating NamedTuple classes using keyword arguments" if kwargs else
            "Failing to pass a value for the 'fields' parameter" if fields is _NOT_GIVEN else
            "Passing `None` as the 'fields' parameter")
    instead = ("Use the class-based or functional syntax instead." if kwargs else
               "To create a NamedTuple class with 0 fields using the functional syntax, pass an empty list, e.g. "
               f"`{typename} = NamedTuple({typename!r}, [])`.")
    _warn(f"{what} is deprecated and will be disallowed in Python 3.15. {instead}")


def NamedTuple(typename, fields=_NOT_GIVEN, /, **kwargs):
    """A tuple whose items have names and types."""
    if fields is _NOT_GIVEN or fields is None:
        if _version >= (3, 13):
            _fields_missing(typename, fields, kwargs)
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    made = _make_named_tuple(typename, fields, caller_name())
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


def _namedtuple_mro_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


def _qualifiers(hint):
    """What a key's type says of the key."""
    said = set()
    while True:
        origin = get_origin(hint)
        if origin is Annotated:
            hint = hint.__origin__
        elif origin in _QUALIFIERS:
            said.add(origin)
            hint = hint.__args__[0]
        else:
            return said


def _add_keys(to, others, keys):
    """What was said last of a key holds; in 3.11.2 everything that was said does."""
    to |= keys
    if sys.version_info[:3] > (3, 11, 2):
        others -= keys


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base "
                                "class")
        generic = (Generic,) if any(issubclass(b, Generic) for b in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if "__orig_bases__" not in made.__dict__:
            made.__orig_bases__ = bases or (TypedDict,)
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {n: _type_check(t, message, module=made.__module__)
               for n, t in ns.get("__annotations__", {}).items()}
        hints, required, optional, fixed, mutable = {}, set(), set(), set(), set()
        for base in bases:
            of = base.__dict__
            hints.update(of.get("__annotations__", {}))
            _add_keys(required, optional, of.get("__required_keys__", set()))
            _add_keys(optional, required, of.get("__optional_keys__", set()))
            fixed |= of.get("__readonly_keys__", set())
            mutable |= of.get("__mutable_keys__", set())
        hints.update(own)
        for key, hint in own.items():
            said = _qualifiers(hint)
            needed = Required in said or (total and NotRequired not in said)
            _add_keys(*((required, optional) if needed else (optional, required)), {key})
            if _version >= (3, 13) and ReadOnly in said:
                if key in mutable:
                    raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
                fixed.add(key)
            else:
                mutable.add(key)
                fixed.discard(key)
        made.__annotations__ = hints
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if _version >= (3, 13):
            made.__readonly_keys__ = frozenset(fixed)
            made.__mutable_keys__ = frozenset(mutable)
        made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def _typed_dict(typename, fields, total, kwargs):
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
    if kwargs:
        _warn("The kwargs-based syntax for TypedDict definitions is deprecated in Python 3.11, will be removed in "
              "Python 3.13, and may not be understood by third-party type checkers.")
    ns = {"__annotations__": dict(fields), "__module__": caller_name()}
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


if _version >= (3, 13):
    def TypedDict(typename, fields=_NOT_GIVEN, /, *, total=True):
        """A dict with certain keys, each with a type."""
        if fields is _NOT_GIVEN or fields is None:
            what = "Failing to pass a value for the" if fields is _NOT_GIVEN else "Passing `None` as the"
            _warn(f"{what} 'fields' parameter is deprecated and will be disallowed in Python 3.15. To create a "
                  "TypedDict class with 0 fields using the functional syntax, pass an empty dictionary, e.g. "
                  f"`{typename} = TypedDict({typename!r}, {{}})`.")
            fields = {}
        return _typed_dict(typename, fields, total, {})
else:
    def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
        """A dict with certain keys, each with a type."""
        return _typed_dict(typename, fields, total, kwargs)


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


class NewType:
    """A name for a type that checkers hold to be another."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2] if "." in name else name
        self.__supertype__ = tp
        module = caller_name()
        if module != "typing":
            self.__module__ = module

    def __call__(self, /, *args, **kwargs):
        if kwargs:
            raise TypeError("_typing._idfunc() takes no keyword arguments")
        if len(args) != 1:
            raise TypeError(f"_typing._idfunc() takes exactly one argument ({len(args)} given)")
        return args[0]

    def __mro_entries__(self, bases):
        name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                sub = cls.__name__
                raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking "
                                f"for: `{sub} = NewType({sub!r}, {name})`")
        return (Dummy,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]
