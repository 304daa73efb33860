# The forms of types: aliases such as List[int], Union and Literal, type variables, names to be looked
# up later.

import sys
import types
from _library import named_with_module as _named
from _machine import caller_name, evaluate, union as _union
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


def _type_convert(arg):
    """None stands for its type, a str for what it will mean later."""
    return NoneType if arg is None else ForwardRef(arg) if isinstance(arg, str) else arg


def _type_check(arg, message, special=False):
    """The type that an argument stands for; special: ClassVar and Final may be one."""
    arg = _type_convert(arg)
    marks = (Generic, Protocol) if special else (Generic, Protocol, ClassVar, Final)
    if isinstance(arg, _GenericAlias) and arg.__origin__ in marks:
        raise TypeError(f"{arg} is not valid as type argument")
    if isinstance(arg, _SpecialForm):
        alone = (LiteralString, NoReturn, Never, Self, TypeAlias) + ((ClassVar, Final) if special else ())
        if arg not in alone:
            raise TypeError(f"Plain {arg} is not valid as type argument")
    elif isinstance(arg, type) and arg in (Generic, Protocol):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


def _is_parameter(arg):
    return isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple))


def _collect_parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, type) and not isinstance(arg, GenericAlias):
            continue
        if isinstance(arg, (tuple, list)):
            inner = _collect_parameters(arg)
        elif _is_parameter(arg):
            inner = (arg,)
        else:
            inner = getattr(arg, "__parameters__", ())
        for one in inner if isinstance(inner, tuple) else ():
            if one not in found:
                found.append(one)
    return tuple(found)


def _check_count(cls, given, wanted):
    if given != wanted:
        raise TypeError(f"Too {'many' if given > wanted else 'few'} arguments for {cls}; "
                        f"actual {given}, expected {wanted}")


def _substitute(arg, mapping):
    """An argument with types in the places of its parameters."""
    if _is_parameter(arg):
        return mapping.get(arg, arg)
    if isinstance(arg, (list, tuple)):
        return type(arg)([_substitute(a, mapping) for a in arg])
    inner = () if isinstance(arg, type) and not isinstance(arg, GenericAlias) else \
        getattr(arg, "__parameters__", ())
    if not inner:
        return arg
    return arg[tuple(mapping.get(p, p) for p in inner)]


# ---- forms: Any, Union, Literal ----------------------------------------------------------------


class _SpecialForm:
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


class _LiteralSpecialForm(_SpecialForm):
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
        return _GenericAlias(self, (_type_check(parameters, said, special),))
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


def _union_members(parameters):
    members = []
    for p in parameters:
        inner = p.__args__ if isinstance(p, (_UnionGenericAlias, UnionType)) else (p,)
        for member in inner:
            members.append(member)
    try:
        return tuple(dict.fromkeys(members))
    except TypeError:
        if _version < (3, 13):
            raise
    return tuple([m for i, m in enumerate(members) if m not in members[:i]])


@_SpecialForm
def Union(self, parameters):
    """One type or another."""
    given = parameters if isinstance(parameters, tuple) else (parameters,)
    if not given:
        raise TypeError("Cannot take a Union of no types.")
    message = "Union[arg, ...]: each arg must be a type."
    first, *others = members = _union_members([_type_check(p, message) for p in given])
    return _UnionGenericAlias(self, members) if others else first


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


class _BaseGenericAlias:
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
        return made

    def __mro_entries__(self, bases):
        entries = () if self.__origin__ in bases else (self.__origin__,)
        later = bases[bases.index(self) + 1:]
        if any(isinstance(base, _BaseGenericAlias)
               or isinstance(base, type) and issubclass(base, Generic) for base in later):
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

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _GenericAlias(_BaseGenericAlias):
    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _collect_parameters(self.__args__)
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
        given = [_type_convert(a) for a in (args if isinstance(args, tuple) else (args,))]
        mapping = _bind_parameters(self, self.__parameters__, tuple(given))
        mapping = {p: p.__typing_subst__(a) if isinstance(p, TypeVar) else a for p, a in mapping.items()}
        return self.copy_with(tuple(_splice(self, mapping)))

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _type_repr(self.__origin__)
        args = ", ".join([_type_repr(a) for a in self.__args__]) if self.__args__ else "()"
        return f"{name}[{args}]"

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


def _bind_parameters(alias, parameters, args):
    """Which argument stands for which parameter; a TypeVarTuple takes any number."""
    many = [i for i, p in enumerate(parameters) if isinstance(p, TypeVarTuple)]
    if not many:
        if len(args) < len(parameters):
            args = (*args, *[p.__default__ for p in parameters[len(args):]
                             if getattr(p, "has_default", bool)()])
        if len(parameters) == 1 and isinstance(parameters[0], ParamSpec):
            args = _only_parameters(alias, args)
        if len(args) < len(parameters) and _version >= (3, 13):
            raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {len(args) + 1}")
        _check_count(alias, len(args), len(parameters))
        return dict(zip(parameters, args))
    at = many[0]
    after = len(parameters) - at - 1
    if len(args) < at + after:
        raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least "
                        f"{at + after}")
    mapping = dict(zip(parameters[:at], args))
    mapping[parameters[at]] = tuple(args[at:len(args) - after])
    mapping.update(zip(parameters[at + 1:], args[len(args) - after:]))
    return mapping


def _is_parameter_list(arg):
    return arg is ... or isinstance(arg, (list, tuple, ParamSpec, _ConcatenateGenericAlias))


def _only_parameters(alias, args):
    """Where a ParamSpec is the only parameter, types may stand without their brackets."""
    if not args:
        if isinstance(alias, type):
            return (args,)
        raise TypeError(f"Too few arguments for {alias}")
    return args if _is_parameter_list(args[0]) else (args,)


def _splice(alias, mapping):
    spread = isinstance(alias, _CallableGenericAlias)
    for arg in alias.__args__:
        inside = arg.__args__[0] if isinstance(arg, _UnpackGenericAlias) else None
        if isinstance(inside, TypeVarTuple) and inside in mapping:
            yield from mapping[inside]
            continue
        result = _substitute(arg, mapping)
        if isinstance(arg, ParamSpec):
            if not _is_parameter_list(result):
                raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. "
                                f"Got {result}")
            if isinstance(result, (list, tuple)):
                result = tuple([_type_check(a, "Expected a type.") for a in result])
        if spread and isinstance(result, tuple):
            yield from result
        else:
            yield result


class _SpecialGenericAlias(_BaseGenericAlias):
    __iter__ = None

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


class _UnionGenericAlias(_GenericAlias):
    __iter__ = None

    def copy_with(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        shown = [_type_repr(a) for a in self.__args__]
        if len(shown) == 2 and NoneType in self.__args__:
            return f"typing.Optional[{shown[self.__args__[0] is NoneType]}]"
        return f"typing.Union[{', '.join(shown)}]"

    def __instancecheck__(self, obj):
        return any(isinstance(obj, arg) for arg in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)


class _LiteralGenericAlias(_GenericAlias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        mine = {(type(a), a) for a in self.__args__}
        return mine == {(type(a), a) for a in other.__args__}

    def __hash__(self):
        return hash(frozenset((type(a), a) for a in self.__args__))


class _ConcatenateGenericAlias(_GenericAlias):
    def copy_with(self, params):
        *first, last = params
        if isinstance(last, (list, tuple)):
            return (*first, *last)
        if isinstance(last, _ConcatenateGenericAlias):
            params = (*first, *last.__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias):
    def __repr__(self):
        if _version >= (3, 12):
            return f"typing.Unpack[{_type_repr(self.__args__[0])}]"
        return f"*{self.__args__[0]!r}"


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata):
        inner = ()
        if isinstance(origin, _AnnotatedAlias):
            origin, inner = origin.__origin__, origin.__metadata__
        super().__init__(origin, origin, name="Annotated" if _version >= (3, 12) else None)
        self.__metadata__ = inner + metadata

    def copy_with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

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
    message = "Annotated[t, ...]: t must be a type."
    return _annotated_alias(_type_check(params[0], message, True), *params[1:])


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


class _TupleType(_SpecialGenericAlias):
    @remembered
    def __getitem__(self, params):
        items = params if isinstance(params, tuple) else (params,)
        rest = items[-1:] if len(items) > 1 and items[-1] is ... else ()
        message = "Tuple[t0, t1, ...]: each t must be a type."
        checked = [_type_check(p, message) for p in items[:len(items) - len(rest)]]
        return self.copy_with((*checked, *rest))


class _CallableGenericAlias(_GenericAlias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec,
                                                                      _ConcatenateGenericAlias))):
            return super().__repr__()
        shown = ", ".join([_type_repr(a) for a in args[:-1]])
        return f"typing.Callable[[{shown}], {_type_repr(args[-1])}]"


class _CallableType(_SpecialGenericAlias):
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
    def __repr__(self):
        return "typing.NoDefault"

    def __reduce__(self):
        return "NoDefault"


NoDefault = NoDefaultType()


class _Variable:
    """What type variables of all kinds have in common."""

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
class TypeVar(_Alternative, _Variable):
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
        self.__module__ = caller_name()

    def __typing_subst__(self, arg):
        arg = _type_check(arg, "Parameters to generic types must be types.")
        if isinstance(arg, _UnpackGenericAlias) or isinstance(arg, GenericAlias) and arg.__unpacked__:
            raise TypeError(f"{arg} is not valid as type argument")
        return arg


class _OfParamSpec:
    """Those of its parameters that are positional, or those that are keywords."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._which}"

    if _version >= (3, 12):
        def __mro_entries__(self, bases):
            raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


@_as_there
class ParamSpecArgs(_OfParamSpec):
    _which = "args"

    def __eq__(self, other):
        return isinstance(other, ParamSpecArgs) and self.__origin__ == other.__origin__


@_as_there
class ParamSpecKwargs(_OfParamSpec):
    _which = "kwargs"

    def __eq__(self, other):
        return isinstance(other, ParamSpecKwargs) and self.__origin__ == other.__origin__


@_as_there
class ParamSpec(_Alternative, _Variable):
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
        self.__module__ = caller_name()

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        if not _is_parameter_list(arg):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. "
                            f"Got {arg}")
        return tuple(arg) if isinstance(arg, list) else arg


@_as_there
class TypeVarTuple(_Variable):
    """Any number of types that are not known yet."""

    def __init__(self, name, *, default=NoDefault):
        _check_variable("TypeVarTuple", name, None, False, False, default)
        self.__name__ = name
        self.__default__ = default
        self.__module__ = caller_name()

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")


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


class ForwardRef:
    """A type by its name, to be looked up later."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        starred = arg[0] == "*" if _version < (3, 13) else arg.startswith("*")
        try:
            compile(f"({arg},)[0]" if starred else arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    if _version >= (3, 13):
        def _evaluate(self, globalns, localns, type_params=None, *, recursive_guard):
            return self._value(globalns, localns)
    else:
        def _evaluate(self, globalns, localns, recursive_guard):
            return self._value(globalns, localns)

    def _value(self, globalns, localns):
        return evaluate(self.__forward_arg__, globalns, localns)

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = f", module={self.__forward_module__!r}" if self.__forward_module__ else ""
        return f"ForwardRef({self.__forward_arg__!r}{module})"
