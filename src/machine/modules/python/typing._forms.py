# The forms of types: aliases such as List[int], Union and Literal, type variables, names to be looked
# up later.

import collections.abc
import functools
import operator
import sys
import types
from _library import named_with_module as _named, warn_deprecated as _warn
from _machine import caller_name, union as _union
from functools import lru_cache
from types import GenericAlias, NoneType, UnionType

_version = sys.version_info[:2]
Generic = Protocol = None  # the classes, once there are any


def meet_generic(*classes):
    global Generic, Protocol
    Generic, Protocol = classes


def remembered(make=None, *, typed=False):
    """For the same arguments the same alias, unless they cannot be hashed."""
    if make is None:
        return lambda make: remembered(make, typed=typed)
    known = lru_cache(typed=typed)(make)

    def get(*args):
        try:
            return known(*args)
        except TypeError:
            pass    # or else it is raised again by what comes next
        return make(*args)
    get.__name__, get.__doc__ = make.__name__, make.__doc__
    return get


# ---- what types look like, and what may be one -------------------------------------------------


def _type_repr(obj):
    if obj is ...:
        return "..."
    if isinstance(obj, (type, types.FunctionType)) and not isinstance(obj, GenericAlias):
        function = isinstance(obj, types.FunctionType)
        name = obj.__name__ if function else obj.__qualname__
        return name if function or obj.__module__ == "builtins" else f"{obj.__module__}.{name}"
    if _version >= (3, 12) and isinstance(obj, tuple):
        return f"[{', '.join(map(_type_repr, obj))}]"
    return repr(obj)


def _type_convert(arg, module=None, *, allow_special_forms=False):
    """None stands for its type, a str for what it will mean later."""
    if arg is None:
        return NoneType
    return ForwardRef(arg, module=module, is_class=allow_special_forms) if isinstance(arg, str) else arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """The type that an argument stands for; ClassVar and Final may be one only where that is said."""
    arg = _type_convert(arg, module, allow_special_forms=allow_special_forms)
    marks = (Generic, Protocol)
    if not allow_special_forms:
        marks += (ClassVar, Final) if is_argument else (ClassVar,)
    if isinstance(arg, _GenericAlias) and arg.__origin__ in marks:
        raise TypeError(f"{arg} is not valid as type argument")
    if isinstance(arg, _SpecialForm):
        alone = (LiteralString, NoReturn, Never, Self, TypeAlias)
        if arg not in alone + ((ClassVar, Final) if allow_special_forms else ()):
            raise TypeError(f"Plain {arg} is not valid as type argument")
    elif isinstance(arg, type) and arg in (Generic, Protocol):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


_defaults_order = _version >= (3, 13)


def _is_unpacked_variable(arg):
    return not isinstance(arg, type) and getattr(arg, "__typing_is_unpacked_typevartuple__", False)


def _collect_parameters(args, *, enforce_default_ordering=True):
    """Every type variable once, in order; from 3.13 on those with defaults come last."""
    found = []
    had_default = had_many = False
    for arg in args:
        if isinstance(arg, type) and not isinstance(arg, GenericAlias):
            continue
        if isinstance(arg, tuple):
            inner = _collect_parameters(arg, enforce_default_ordering=enforce_default_ordering)
        elif hasattr(arg, "__typing_subst__"):
            inner = (arg,)
            if _defaults_order and enforce_default_ordering and arg not in found:
                if arg.has_default():
                    if had_many:
                        raise TypeError("Type parameter with a default follows TypeVarTuple")
                    had_default = True
                elif had_default:
                    raise TypeError(f"Type parameter {arg!r} without a default follows type parameter "
                                    "with a default")
        else:
            had_many |= _is_unpacked_variable(arg)
            inner = getattr(arg, "__parameters__", ())
        for one in inner if isinstance(inner, tuple) else ():
            if one not in found:
                found.append(one)
    return tuple(found)


def _check_count(cls, given, wanted):
    if given != wanted:
        raise TypeError(f"Too {'many' if given > wanted else 'few'} arguments for {cls}; "
                        f"actual {given}, expected {wanted}")


def _unpack_args(args):
    """The items of *tuple[int, str] stand for it."""
    flat = []
    for arg in args:
        inner = None if isinstance(arg, type) and not isinstance(arg, GenericAlias) else \
            getattr(arg, "__typing_unpacked_tuple_args__", None)
        if inner is not None and inner[-1:] != (...,):
            flat += inner
        else:
            flat.append(arg)
    return tuple(flat)


def _prepare(alias, args):
    """The arguments as its parameters want them, one for each."""
    for param in alias.__parameters__:
        prepare = getattr(param, "__typing_prepare_subst__", None)
        if prepare is not None:
            args = prepare(alias, args)
    return args


# ---- forms: Any, Union, Literal ----------------------------------------------------------------


class _Final:
    """Not to derive from, but for typing itself."""

    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, *, _root=False):
        if not _root:
            raise TypeError("Cannot subclass special typing classes")


class _NotIterable:
    """A class that __getitem__ would make iterable."""

    __slots__ = ()
    __iter__ = None


class _SpecialForm(_Final, _NotIterable, _root=True):
    __slots__ = ("_name", "__doc__", "_getitem")

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    @remembered
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)

    def __getattr__(self, item):
        if item == "__name__" or item == "__qualname__":
            return self._name
        raise AttributeError(item)

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    # What only a class can do.

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")


class _LiteralSpecialForm(_SpecialForm, _root=True):
    """Its arguments are told apart by their types, too: 1 and True."""

    def __getitem__(self, parameters):
        return self._getitem(self, *(parameters if isinstance(parameters, tuple) else (parameters,)))


if _version >= (3, 13):
    _LiteralSpecialForm.__name__ = _LiteralSpecialForm.__qualname__ = "_TypedCacheSpecialForm"


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type whatever."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _bare_form(name, doc):
    def form(self, parameters):
        raise TypeError(f"{self} is not subscriptable")
    form.__name__ = name
    form.__doc__ = doc
    return _SpecialForm(form)


def _one_type_form(name, doc, *, special=False, message="{} accepts only single type."):
    def form(self, parameters):
        said = message.format(self if message[0] == "{" and "only single" in message else name)
        return _GenericAlias(self, (_type_check(parameters, said, allow_special_forms=special),))
    form.__name__ = name
    form.__doc__ = doc
    return _SpecialForm(form)


NoReturn = _bare_form("NoReturn", "A function that never returns.")
Never = _bare_form("Never", "The type without values.")
Self = _bare_form("Self", "The class that is being defined.")
LiteralString = _bare_form("LiteralString", "A str written in the source.")
TypeAlias = _bare_form("TypeAlias", "Marks an assignment as a name for a type.")
_nest = _version >= (3, 13)  # ClassVar[Final[int]]
ClassVar = _one_type_form("ClassVar", "A variable of the class, not of its instances.", special=_nest)
Final = _one_type_form("Final", "A name that is bound once.", special=_nest)
TypeGuard = _one_type_form("TypeGuard", "The bool of a function that tells a type.")
_key = "{} accepts only a single type."
Required = _one_type_form("Required", "A key of a TypedDict that must be there.", message=_key)
NotRequired = _one_type_form("NotRequired", "A key of a TypedDict that may be missing.", message=_key)
if _version >= (3, 13):
    TypeIs = _one_type_form("TypeIs", "The bool of a function that tells a type both ways.")
    ReadOnly = _one_type_form("ReadOnly", "A key of a TypedDict that does not change.", message=_key)


def _each_once(members):
    """In order; from 3.13 on even those that cannot be hashed."""
    try:
        return tuple(dict.fromkeys(members))
    except TypeError:
        if _version < (3, 13):
            raise
    return tuple([m for i, m in enumerate(members) if m not in members[:i]])


def _union_members(parameters):
    members = []
    for p in parameters:
        members += p.__args__ if isinstance(p, (_UnionGenericAlias, UnionType)) else (p,)
    return _each_once(members)


@_SpecialForm
def Union(self, parameters):
    """One type or another."""
    given = parameters if isinstance(parameters, tuple) else (parameters,)
    if not given:
        raise TypeError("Cannot take a Union of no types.")
    message = "Union[arg, ...]: each arg must be a type."
    first, *others = members = _union_members([_type_check(p, message) for p in given])
    if not others:
        return first
    optional = len(members) == 2 and NoneType in members
    return _UnionGenericAlias(self, members, name="Optional" if optional else None)


@_SpecialForm
def Optional(self, parameters):
    """A type, or None."""
    return Union[_type_check(parameters, f"{self} requires a single type."), NoneType]


@_LiteralSpecialForm
@remembered(typed=True)
def Literal(self, *parameters):
    """One of these values."""
    flat = []
    for p in parameters:
        flat += p.__args__ if isinstance(p, _LiteralGenericAlias) else [p]
    try:
        hash(tuple(flat))
    except TypeError:  # all of them stay
        return _LiteralGenericAlias(self, tuple(flat))
    unique = []
    seen = []
    for p in flat:
        if (p, type(p)) not in seen:
            seen.append((p, type(p)))
            unique.append(p)
    return _LiteralGenericAlias(self, tuple(unique))


@_SpecialForm
def Concatenate(self, parameters):
    """Parameters in front of those of a ParamSpec."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    *first, rest = parameters if isinstance(parameters, tuple) else (parameters,)
    if rest is not ... and not isinstance(rest, ParamSpec):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or "
                        "ellipsis.")
    message = "Concatenate[arg, ...]: each arg must be a type."
    return _ConcatenateGenericAlias(self, (*[_type_check(p, message) for p in first], rest))


@_SpecialForm
def Unpack(self, parameters):
    """The items of a tuple type, or of a TypeVarTuple."""
    return _UnpackGenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),))


# ---- aliases: List[int] ------------------------------------------------------------------------


def _brings_generic(base, bases):
    """Whether a base is Generic's, or stands for one that is."""
    if isinstance(base, _BaseGenericAlias):
        return True
    if _version < (3, 13) or isinstance(base, type) and not isinstance(base, GenericAlias):
        return issubclass(base, Generic)
    stand = getattr(base, "__mro_entries__", None)
    entries = stand(bases) if stand else None
    return isinstance(entries, tuple) and any(isinstance(one, type) and issubclass(one, Generic)
                                              for one in entries)


class _BaseGenericAlias(_Final, _root=True):
    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use "
                            f"{self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass  # it has no room for that
        except Exception:
            if _version < (3, 12):
                raise
        return made

    def __mro_entries__(self, bases):
        entries = () if self.__origin__ in bases else (self.__origin__,)
        if any(_brings_generic(base, bases) for base in bases[bases.index(self) + 1:]):
            return entries
        return (*entries, Generic)

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        dunder = attr[:2] == attr[-2:] == "__"
        if dunder or "__origin__" not in vars(self):
            raise AttributeError(attr)
        return getattr(self.__origin__, attr)

    def __setattr__(self, attr, value):
        own = {"_name", "_inst", "_nparams", "_paramspec_tvars", "_typevar_types", "_defaults"}
        if (attr[:2] == attr[-2:] == "__") or attr in own:
            super().__setattr__(attr, value)
        else:
            setattr(self.__origin__, attr, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        own = set(super().__dir__())
        return list(own | {name for name in dir(self.__origin__) if not name[:2] == name[-2:] == "__"})

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _GenericAlias(_BaseGenericAlias, _root=True):
    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _collect_parameters(self.__args__,
                                                  enforce_default_ordering=origin in (Generic, Protocol))
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    @remembered
    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        given = args if isinstance(args, tuple) else (args,)
        return self.copy_with(self._determine_new_args(_unpack_args(map(_type_convert, given))))

    def _determine_new_args(self, args):
        params = self.__parameters__
        args = _prepare(self, args)
        _check_count(self, len(args), len(params))
        return tuple(self._make_substitution(self.__args__, dict(zip(params, args))))

    def _make_substitution(self, args, new_arg_by_param):
        made = []
        for old in args:
            if isinstance(old, type) and not isinstance(old, GenericAlias):
                made.append(old)
                continue
            substitute = getattr(old, "__typing_subst__", None)
            if substitute:
                new = substitute(new_arg_by_param[old])
            elif inner := getattr(old, "__parameters__", ()):
                items = []
                for param in inner:
                    value = new_arg_by_param[param]
                    items += value if isinstance(param, TypeVarTuple) else (value,)
                new = old[tuple(items)]
            else:
                new = old
            flat = isinstance(new, tuple) and (self.__origin__ is collections.abc.Callable
                                               or _is_unpacked_variable(old))
            if flat:
                made += new
            elif isinstance(old, tuple):
                made.append(tuple(self._make_substitution(old, new_arg_by_param)))
            else:
                made.append(new)
        return made

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _type_repr(self.__origin__)
        args = ", ".join([_type_repr(a) for a in self.__args__]) if self.__args__ else "()"
        return f"{name}[{args}]"

    def __reduce__(self):
        origin = globals().get(self._name) or getattr(sys.modules["typing"], self._name) if self._name \
            else self.__origin__
        args = self.__args__
        return operator.getitem, (origin, args[0] if len(args) == 1 and not isinstance(args[0], tuple) else args)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:  # one of typing's own names for a container
            return super().__mro_entries__(bases)
        if origin is Generic:  # another base may bring it along
            later = bases[bases.index(self) + 1:]
            if Protocol in bases or any(isinstance(base, _BaseGenericAlias) and base is not self
                                        for base in later):
                return ()
        return (origin,)

    def __iter__(self):
        yield Unpack[self]


def _is_parameter_list(arg):
    return arg is ... or isinstance(arg, (list, tuple, ParamSpec, _ConcatenateGenericAlias))


class _SpecialGenericAlias(_NotIterable, _BaseGenericAlias, _root=True):
    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = nparams
        self._defaults = defaults
        self.__module__ = "typing"
        self.__doc__ = f"A generic version of {_type_repr(origin)}."

    @remembered
    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(_type_check(a, "Parameters to generic types must be types.") for a in args)
        if self._nparams == 0:
            raise TypeError(f"{self} is not a generic class")
        least = self._nparams - len(self._defaults)
        if self._defaults and not least <= len(args) <= self._nparams:
            raise TypeError(f"Too {'few' if len(args) < least else 'many'} arguments for {self}; "
                            f"actual {len(args)}, expected at least {least}")
        if len(args) < self._nparams and self._defaults:
            args = (*args, *self._defaults[len(args) - self._nparams:])
        _check_count(self, len(args), self._nparams)
        return self.copy_with(args)

    def copy_with(self, args):
        return _GenericAlias(self.__origin__, args, name=self._name, inst=self._inst)

    def __reduce__(self):
        return self._name

    def __repr__(self):
        return f"typing.{self._name}"

    def __subclasscheck__(self, cls):
        if isinstance(cls, _GenericAlias):
            return super().__subclasscheck__(cls)
        bare = cls.__origin__ if isinstance(cls, _SpecialGenericAlias) else cls
        return issubclass(bare, self.__origin__)


class _DeprecatedGenericAlias(_SpecialGenericAlias, _root=True):
    def __instancecheck__(self, inst):
        _warn(f"'{self.__module__}.{self._name}' is deprecated and slated for removal in Python 3.14")
        return super().__instancecheck__(inst)


class _UnionGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def copy_with(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, UnionType)):
            return NotImplemented
        try:
            return set(self.__args__) == set(other.__args__)
        except TypeError:
            if _version < (3, 13):
                raise
        rest = list(other.__args__)
        for arg in self.__args__:
            if arg not in rest:
                return False
            rest.remove(arg)
        return not rest

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __reduce__(self):
        function, (origin, args) = super().__reduce__()
        return function, (Union, args)

    def __repr__(self):
        shown = [_type_repr(a) for a in self.__args__]
        if len(shown) == 2 and NoneType in self.__args__:
            return f"typing.Optional[{shown[self.__args__[0] is NoneType]}]"
        return f"typing.Union[{', '.join(shown)}]"

    def __instancecheck__(self, obj):
        return any(isinstance(obj, arg) for arg in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        mine = {(type(a), a) for a in self.__args__}
        return mine == {(type(a), a) for a in other.__args__}

    def __hash__(self):
        return hash(frozenset((type(a), a) for a in self.__args__))


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        *first, last = params
        if isinstance(last, (list, tuple)):
            return (*first, *last)
        if isinstance(last, _ConcatenateGenericAlias):
            params = (*first, *last.__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        if _version >= (3, 12):
            return f"typing.Unpack[{_type_repr(self.__args__[0])}]"
        return f"*{self.__args__[0]!r}"

    def __getitem__(self, args):
        if self.__typing_is_unpacked_typevartuple__:
            return args
        return super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if not isinstance(arg, (_GenericAlias, GenericAlias) if _version >= (3, 13) else _GenericAlias):
            return None
        if arg.__origin__ is not tuple:
            raise TypeError("Unpack[...] must be used with a tuple type") if _version >= (3, 13) else AssertionError
        return arg.__args__

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_NotIterable, _GenericAlias, _root=True):
    def __init__(self, origin, metadata):
        inner = ()
        if isinstance(origin, _AnnotatedAlias):
            origin, inner = origin.__origin__, origin.__metadata__
        super().__init__(origin, origin, name="Annotated" if _version >= (3, 12) else None)
        self.__metadata__ = inner + metadata

    def copy_with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __reduce__(self):
        return operator.getitem, (Annotated, (self.__origin__,) + self.__metadata__)

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return "Annotated"
        return super().__getattr__(attr)

    def __repr__(self):
        rest = ", ".join(repr(a) for a in self.__metadata__)
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {rest}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)


def _annotated(params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an "
                        "annotation).")
    if _is_unpacked_variable(params[0]):
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    message = "Annotated[t, ...]: t must be a type."
    return _annotated_alias(_type_check(params[0], message, allow_special_forms=True), *params[1:])


@remembered(typed=sys.version_info[:3] > (3, 11, 2))
def _annotated_alias(origin, *metadata):
    return _AnnotatedAlias(origin, metadata)


if _version >= (3, 13):
    @_LiteralSpecialForm
    def Annotated(self, *params):
        """A type with more to say of it."""
        return _annotated(params)
else:
    class Annotated:
        """A type with more to say of it."""

        __slots__ = ()

        def __new__(cls, *args, **kwargs):
            raise TypeError("Type Annotated cannot be instantiated.")

        def __class_getitem__(cls, params):
            return _annotated(params)

        def __init_subclass__(cls, *args, **kwargs):
            raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")


class _TupleType(_SpecialGenericAlias, _root=True):
    @remembered
    def __getitem__(self, params):
        items = params if isinstance(params, tuple) else (params,)
        rest = items[-1:] if len(items) > 1 and items[-1] is ... else ()
        message = "Tuple[t0, t1, ...]: each t must be a type."
        checked = [_type_check(p, message) for p in items[:len(items) - len(rest)]]
        return self.copy_with((*checked, *rest))


class _CallableGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec,
                                                                      _ConcatenateGenericAlias))):
            return super().__repr__()
        shown = ", ".join([_type_repr(a) for a in args[:-1]])
        return f"typing.Callable[[{shown}], {_type_repr(args[-1])}]"

    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and _is_parameter_list(args[0])):
            args = list(args[:-1]), args[-1]
        return operator.getitem, (sys.modules["typing"].Callable, args)


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        return self._of(tuple(args) if isinstance(args, list) else args, result)

    @remembered
    def _of(self, args, result):
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if args is ...:
            return self.copy_with((args, result))
        # what may stand there is left to those who check types
        return self.copy_with((*map(_type_convert, args if isinstance(args, tuple) else (args,)), result))


# ---- type variables ----------------------------------------------------------------------------


@_named
class NoDefaultType:
    __slots__ = ()

    def __new__(cls):
        return NoDefault

    def __repr__(self):
        return "typing.NoDefault"

    def __reduce__(self):
        return "NoDefault"


NoDefault = object.__new__(NoDefaultType)


def _no_base(cls, own):
    """Nobody but typing derives from these."""
    if not own:
        base = cls.__mro__[1]
        raise TypeError("Cannot subclass special typing classes" if _version < (3, 12) else
                        f"type 'typing.{base.__name__.rpartition('.')[2]}' is not an acceptable base type")


_NAMELESS = None if _version >= (3, 12) else "__main__"     # the module of what has none


class _Variable:
    """What type variables of all kinds have in common."""

    def __init_subclass__(cls, *, _own=False):
        _no_base(cls, _own)

    def __reduce__(self):
        return self.__name__

    if _version >= (3, 12):
        def __mro_entries__(self, bases):
            raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __repr__(self):
        if getattr(self, "__infer_variance__", False):
            return self.__name__
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") \
            + self.__name__

    if _version >= (3, 13):
        def has_default(self):
            return self.__default__ is not NoDefault


class _Alternative:
    """What may stand in a union."""

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


def _check_variable(function, name, infer_variance, covariant, contravariant, default):
    """What the versions differ in."""
    if _version < (3, 12) and infer_variance is not None:
        raise TypeError(f"{function}.__init__() got an unexpected keyword argument 'infer_variance'")
    if _version < (3, 13) and default is not NoDefault:
        raise TypeError(f"{function}.__init__() got an unexpected keyword argument 'default'" if _version < (3, 12)
                        else f"'default' is an invalid keyword argument for {function.lower()}()")
    if _version >= (3, 12) and not isinstance(name, str):
        raise TypeError(f"{function.lower()}() argument 'name' must be str, not {type(name).__name__}")
    if covariant and contravariant:
        raise ValueError("Bivariant types are not supported.")
    if infer_variance and (covariant or contravariant):
        raise ValueError("Variance cannot be specified with infer_variance.")


_as_there = _named if _version >= (3, 12) else lambda cls: cls


@_as_there
class TypeVar(_Alternative, _Variable, _own=True):
    """A type that is not known yet."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False,
                 infer_variance=None, default=NoDefault):
        _check_variable("TypeVar", name, infer_variance, covariant, contravariant, default)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        message = "TypeVar(name, constraint, ...): constraints must be types."
        self.__name__ = name
        self.__constraints__ = constraints if _version >= (3, 12) else \
            tuple(_type_check(c, message) for c in constraints)
        self.__bound__ = None if bound is None else _type_check(bound, "Bound must be a type.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self.__default__ = default
        self.__module__ = caller_name(_NAMELESS)

    def __typing_subst__(self, arg):
        arg = _type_check(arg, "Parameters to generic types must be types.")
        if isinstance(arg, _UnpackGenericAlias) or isinstance(arg, GenericAlias) and arg.__unpacked__:
            raise TypeError(f"{arg} is not valid as type argument")
        return arg

    if _version >= (3, 13):
        def __typing_prepare_subst__(self, alias, args):
            if alias.__parameters__.index(self) < len(args):
                return args
            if self.has_default():
                return (*args, self.__default__)
            raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, "
                            f"expected at least {len(args) + 1}")


class _OfParamSpec:
    """Those of its parameters that are positional, or those that are keywords."""

    def __init_subclass__(cls, *, _own=False):
        _no_base(cls, _own)

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._which}"

    if _version >= (3, 12):
        def __mro_entries__(self, bases):
            raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


@_as_there
class ParamSpecArgs(_OfParamSpec, _own=True):
    _which = "args"

    def __eq__(self, other):
        return isinstance(other, ParamSpecArgs) and self.__origin__ == other.__origin__


@_as_there
class ParamSpecKwargs(_OfParamSpec, _own=True):
    _which = "kwargs"

    def __eq__(self, other):
        return isinstance(other, ParamSpecKwargs) and self.__origin__ == other.__origin__


@_as_there
class ParamSpec(_Alternative, _Variable, _own=True):
    """The parameters of a function that are not known yet."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False,
                 infer_variance=None, default=NoDefault):
        _check_variable("ParamSpec", name, infer_variance, covariant, contravariant, default)
        self.__name__ = name
        self.__bound__ = None if bound is None else _type_check(bound, "Bound must be a type.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self.__default__ = default
        self.__module__ = caller_name(_NAMELESS)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(_type_check(a, "Expected a type.") for a in arg)
        if not _is_parameter_list(arg):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. "
                            f"Got {arg}")
        return arg

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        at = params.index(self)
        if at == len(args) and self.__default__ is not NoDefault:
            args = (*args, self.__default__)
        if at >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        if len(params) == 1 and not _is_parameter_list(args[0]):
            return (args,)  # types may stand there without their brackets
        if isinstance(args[at], list):
            return (*args[:at], tuple(args[at]), *args[at + 1:])
        return args


@_as_there
class TypeVarTuple(_Variable, _own=True):
    """Any number of types that are not known yet."""

    def __init__(self, name, *, default=NoDefault):
        _check_variable("TypeVarTuple", name, None, False, False, default)
        self.__name__ = name
        self.__default__ = default
        self.__module__ = caller_name(_NAMELESS)

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        """What it takes, in a tuple; *tuple[int, ...] fills what is missing on either side."""
        params = alias.__parameters__
        at = params.index(self)
        if any(isinstance(param, TypeVarTuple) for param in params[at + 1:]):
            raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
        left, right, given = at, len(params) - at - 1, len(args)
        endless = [k for k, arg in enumerate(args) if not isinstance(arg, type) and
                   len(inner := getattr(arg, "__typing_unpacked_tuple_args__", None) or ()) == 2 and
                   inner[-1] is ...]
        if len(endless) > 1:
            raise TypeError("More than one unpacked arbitrary-length tuple argument")
        filling = None
        if endless:
            filling = args[endless[0]].__typing_unpacked_tuple_args__[0]
            left, right = min(left, endless[0]), min(right, given - endless[0] - 1)
        elif left + right > given:
            raise TypeError(f"Too few arguments for {alias}; actual {given}, "
                            f"expected at least {len(params) - 1}")
        taken = args[left:given - right]
        if left == given - right and self.__default__ is not NoDefault:
            taken = _unpack_args((self.__default__,))
        return (*args[:left], *[filling] * (at - left), taken,
                *[filling] * (len(params) - right - left - (at - left) - 1), *args[given - right:])


if _version >= (3, 12):
    @_named
    class TypeAliasType:
        """What a type statement makes."""

        _is_type_alias = True

        def __init__(self, name, value, *, type_params=()):
            if not isinstance(type_params, tuple):
                raise TypeError("type_params must be a tuple")
            if not isinstance(name, str):
                raise TypeError(f"typealias() argument 'name' must be str, not {type(name).__name__}")
            self.__dict__.update(
                __name__=name, __value__=value, __type_params__=type_params, __module__=caller_name(),
                __parameters__=tuple(Unpack[p] if isinstance(p, TypeVarTuple) else p for p in type_params))

        def __init_subclass__(cls, **kwargs):
            raise TypeError("type 'typing.TypeAliasType' is not an acceptable base type")

        def __setattr__(self, name, value):
            known = name in self.__dict__ or name == "__value__"
            raise AttributeError("readonly attribute" if name == "__name__" else
                                 f"attribute {name!r} of 'typing.TypeAliasType' objects is not writable" if known else
                                 f"'typing.TypeAliasType' object has no attribute {name!r}")

        def __repr__(self):
            return self.__name__

        def __reduce__(self):
            return self.__name__

        def __getitem__(self, args):
            if not self.__type_params__:
                raise TypeError("Only generic type aliases are subscriptable")
            return GenericAlias(self, args)

        def __or__(self, right):
            return _union(self, right)

        def __ror__(self, left):
            return _union(left, self)


# ---- looking at hints --------------------------------------------------------------------------


class ForwardRef(_Final, _root=True):
    """A type by its name, to be looked up later."""

    __slots__ = ("__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__",
                 "__forward_is_argument__", "__forward_is_class__", "__forward_module__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        starred = arg[0] == "*" if _version < (3, 13) else arg.startswith("*")
        try:
            code = compile(f"({arg},)[0]" if starred else arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_code__ = code
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    if _version >= (3, 13):
        def _evaluate(self, globalns, localns, type_params=(), *, recursive_guard):
            return self._value(globalns, localns, type_params, recursive_guard)
    else:
        def _evaluate(self, globalns, localns, recursive_guard):
            return self._value(globalns, localns, (), recursive_guard)

    def _value(self, globalns, localns, type_params, within):
        if self.__forward_arg__ in within:
            return self
        if self.__forward_evaluated__ and localns is globalns:
            return self.__forward_value__
        if globalns is None and localns is None:
            globalns = localns = {}
        elif globalns is None:
            globalns = localns
        elif localns is None:
            localns = globalns
        if self.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(self.__forward_module__), "__dict__", globalns)
        if type_params:
            globalns, localns = dict(globalns), dict(localns)
            for param in type_params:
                if not self.__forward_is_class__ or param.__name__ not in globalns:
                    globalns[param.__name__] = param
                    localns.pop(param.__name__, None)
        found = _type_check(eval(self.__forward_code__, globalns, localns),
                            "Forward references must evaluate to types.", self.__forward_is_argument__,
                            allow_special_forms=self.__forward_is_class__)
        self.__forward_value__ = _eval_type(found, globalns, localns, type_params,
                                            recursive_guard=within | {self.__forward_arg__})
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return (self.__forward_arg__ == other.__forward_arg__ and
                    self.__forward_value__ == other.__forward_value__)
        return (self.__forward_arg__ == other.__forward_arg__ and
                self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = f", module={self.__forward_module__!r}" if self.__forward_module__ else ""
        return f"ForwardRef({self.__forward_arg__!r}{module})"


def _joined(members):
    return functools.reduce(operator.or_, members)


def _eval_type(t, globalns, localns, type_params=(), *, recursive_guard=frozenset()):
    """A type with every name in it looked up, but those that it is found within."""
    if isinstance(t, ForwardRef):
        return t._value(globalns, localns, type_params, recursive_guard)
    if not isinstance(t, (_GenericAlias, GenericAlias, UnionType)):
        return t
    if isinstance(t, GenericAlias):
        starred = t.__unpacked__
        args = tuple([ForwardRef(a) if isinstance(a, str) else a for a in t.__args__])
        if t.__origin__ is collections.abc.Callable and not (len(args) == 2 and _is_parameter_list(args[0])):
            args = args[:-1], args[-1]
        t = t.__origin__[args]
        if starred:
            t = Unpack[t]
    args = tuple([_eval_type(a, globalns, localns, type_params, recursive_guard=recursive_guard)
                  for a in t.__args__])
    if args == t.__args__:
        return t
    if isinstance(t, GenericAlias):
        return GenericAlias(t.__origin__, args)
    return _joined(args) if isinstance(t, UnionType) else t.copy_with(args)
