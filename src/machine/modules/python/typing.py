import abc
import collections.abc
import sys
import types
from types import GenericAlias, NoneType, UnionType
from _machine import caller_globals, caller_name, evaluate

_version = sys.version_info[:2]

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic",
    "Literal", "Optional", "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple",
    "Union", "AbstractSet", "ByteString", "Container", "ContextManager", "Hashable", "ItemsView",
    "Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping",
    "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable",
    "AsyncIterator", "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator",
    "AsyncContextManager", "Reversible", "SupportsAbs", "SupportsBytes", "SupportsComplex",
    "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound", "ChainMap", "Counter",
    "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet", "NamedTuple",
    "TypedDict", "Generator", "BinaryIO", "IO", "Match", "Pattern", "TextIO", "AnyStr",
    "assert_type", "assert_never", "cast", "clear_overloads", "dataclass_transform", "final",
    "get_args", "get_origin", "get_overloads", "get_type_hints", "is_typeddict", "LiteralString",
    "Never", "NewType", "no_type_check", "no_type_check_decorator", "NoReturn", "NotRequired",
    "overload", "ParamSpecArgs", "ParamSpecKwargs", "Required", "reveal_type",
    "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard", "Unpack"]
if _version >= (3, 12):
    __all__ += ["override", "TypeAliasType"]
if _version >= (3, 13):
    __all__ += ["get_protocol_members", "is_protocol", "NoDefault", "ReadOnly", "TypeIs"]

TYPE_CHECKING = False
Text = str


# ---- what types look like, and what may be one -------------------------------------------------


def _type_repr(obj):
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    if isinstance(obj, tuple) or (isinstance(obj, list) and _version >= (3, 12)):
        return "[" + ", ".join(_type_repr(t) for t in obj) + "]"
    return repr(obj)


def _type_check(arg, message):
    """The type that an argument stands for: None is a type, a str one that is looked up later."""
    if arg is None:
        return NoneType
    if isinstance(arg, str):
        return ForwardRef(arg)
    if isinstance(arg, type) and arg in (Generic, Protocol):
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


def _check_count(cls, given, wanted, at_least=""):
    if given != wanted:
        raise TypeError(f"Too {'many' if given > wanted else 'few'} arguments for {cls}; "
                        f"actual {given}, expected {at_least if given < wanted else ''}{wanted}")


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

    def __getattr__(self, item):
        if item in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return f"typing.{self._name}"

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        return self._getitem(self, parameters)

    def __reduce__(self):
        return self._name


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


def _one_type_form(name, doc):
    def form(self, parameters):
        if isinstance(parameters, tuple):
            raise TypeError(f"{self} accepts only single type. Got {parameters!r:.100}.")
        return _GenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),))
    form.__name__ = name
    form.__doc__ = doc
    return _SpecialForm(form)


NoReturn = _bare_form("NoReturn", "A function that never returns.")
Never = _bare_form("Never", "The type without values.")
Self = _bare_form("Self", "The class that is being defined.")
LiteralString = _bare_form("LiteralString", "A str written in the source.")
TypeAlias = _bare_form("TypeAlias", "Marks an assignment as a name for a type.")
ClassVar = _one_type_form("ClassVar", "A variable of the class, not of its instances.")
Final = _one_type_form("Final", "A name that is bound once.")
TypeGuard = _one_type_form("TypeGuard", "The bool of a function that tells a type.")
Required = _one_type_form("Required", "A key of a TypedDict that must be there.")
NotRequired = _one_type_form("NotRequired", "A key of a TypedDict that may be missing.")
if _version >= (3, 13):
    TypeIs = _one_type_form("TypeIs", "The bool of a function that tells a type both ways.")
    ReadOnly = _one_type_form("ReadOnly", "A key of a TypedDict that does not change.")


def _union_members(parameters):
    flat = []
    for p in parameters:
        flat += p.__args__ if isinstance(p, (_UnionGenericAlias, UnionType)) else [p]
    unique = []
    for p in flat:
        if p not in unique:
            unique.append(p)
    return tuple(unique)


@_SpecialForm
def Union(self, parameters):
    """One type or another."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    message = "Union[arg, ...]: each arg must be a type."
    members = _union_members([_type_check(p, message) for p in parameters])
    if len(members) == 1:
        return members[0]
    return _UnionGenericAlias(self, members)


@_SpecialForm
def Optional(self, parameters):
    """A type, or None."""
    if isinstance(parameters, tuple):
        raise TypeError(f"{self} requires a single type. Got {parameters!r:.100}.")
    return Union[_type_check(parameters, f"{self} requires a single type."), NoneType]


@_SpecialForm
def Literal(self, *parameters):
    """One of these values."""
    given = parameters[0] if isinstance(parameters[0], tuple) else parameters
    flat = []
    for p in given:
        flat += p.__args__ if isinstance(p, _LiteralGenericAlias) else [p]
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
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or "
                        "ellipsis.")
    return _ConcatenateGenericAlias(self, parameters)


@_SpecialForm
def Unpack(self, parameters):
    """The items of a tuple type, or of a TypeVarTuple."""
    return _UnpackGenericAlias(self, (parameters,))


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
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __mro_entries__(self, bases):
        result = []
        if self.__origin__ not in bases:
            result.append(self.__origin__)
        after = bases[bases.index(self) + 1:]
        for other in after:
            if isinstance(other, _BaseGenericAlias) or (isinstance(other, type)
                                                        and issubclass(other, Generic)):
                break
        else:
            result.append(Generic)
        return tuple(result)

    def __getattr__(self, attr):
        if attr == "__qualname__" or attr == "__name__":
            return self._name or self.__origin__.__name__
        if "__origin__" in self.__dict__ and not (attr[:2] == attr[-2:] == "__"):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

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

    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(_type_check(a, "Parameters to generic types must be types.")
                     if not isinstance(a, list) else a for a in args)
        mapping = _bind_parameters(self, self.__parameters__, args)
        return self.copy_with(tuple(_splice(self.__args__, mapping)))

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _type_repr(self.__origin__)
        args = ", ".join([_type_repr(a) for a in self.__args__]) if self.__args__ else "()"
        return f"{name}[{args}]"

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            after = bases[bases.index(self) + 1:]
            for other in after:
                if isinstance(other, _BaseGenericAlias) and other is not self:
                    return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


def _bind_parameters(alias, parameters, args):
    """Which argument stands for which parameter; a TypeVarTuple takes any number."""
    many = [i for i, p in enumerate(parameters) if isinstance(p, TypeVarTuple)]
    if not many:
        if len(args) < len(parameters):
            args = (*args, *[p.__default__ for p in parameters[len(args):]
                             if getattr(p, "has_default", bool)()])
        if len(parameters) == 1 and isinstance(parameters[0], ParamSpec) and len(args) != 1:
            args = (args,)
        _check_count(alias, len(args), len(parameters),
                     "at least " if _version >= (3, 13) else "")
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


def _splice(args, mapping):
    for arg in args:
        inside = arg.__args__[0] if isinstance(arg, _UnpackGenericAlias) else None
        if isinstance(inside, TypeVarTuple) and inside in mapping:
            yield from mapping[inside]
        elif isinstance(arg, ParamSpec) and isinstance(mapping.get(arg), (list, tuple)):
            yield from mapping[arg]
        else:
            yield _substitute(arg, mapping)


class _SpecialGenericAlias(_BaseGenericAlias):
    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = nparams
        self._defaults = defaults
        self.__module__ = "typing"
        self.__doc__ = f"A generic version of {origin.__module__}.{origin.__qualname__}."

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(_type_check(a, "Parameters to generic types must be types.") for a in args)
        if self._nparams == 0:
            raise TypeError(f"{self} is not a generic class")
        if self._defaults and len(args) < self._nparams:
            args = (*args, *self._defaults[len(args) - self._nparams:])
        _check_count(self, len(args), self._nparams)
        return self.copy_with(args)

    def copy_with(self, args):
        return _GenericAlias(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        return f"typing.{self._name}"

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)


class _UnionGenericAlias(_GenericAlias):
    def copy_with(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is NoneType:
                return f"typing.Optional[{_type_repr(args[1])}]"
            if args[1] is NoneType:
                return f"typing.Optional[{_type_repr(args[0])}]"
        return f"typing.Union[{', '.join([_type_repr(a) for a in args])}]"

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

    def __repr__(self):
        return f"typing.Literal[{', '.join([repr(a) for a in self.__args__])}]"


class _ConcatenateGenericAlias(_GenericAlias):
    pass


class _UnpackGenericAlias(_GenericAlias):
    def __repr__(self):
        if _version >= (3, 12) or not isinstance(self.__args__[0], type):
            return f"typing.Unpack[{_type_repr(self.__args__[0])}]"
        return f"*{_type_repr(self.__args__[0])}"


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

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
    return _AnnotatedAlias(_type_check(params[0], message), tuple(params[1:]))


if _version >= (3, 13):
    @_SpecialForm
    def Annotated(self, params):
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
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        message = "Tuple[t0, t1, ...]: each t must be a type."
        if len(params) >= 2 and params[-1] is ...:
            return self.copy_with((*[_type_check(p, message) for p in params[:-1]], ...))
        return self.copy_with(tuple(_type_check(p, message) for p in params))


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
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if isinstance(args, (list, tuple)):
            message = "Callable[[arg, ...], result]: each arg must be a type."
            return self.copy_with((*[_type_check(a, message) for a in args], result))
        if args is ... or isinstance(args, (ParamSpec, _ConcatenateGenericAlias)):
            return self.copy_with((args, result))
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. "
                        f"Got {args}")


# ---- type variables ----------------------------------------------------------------------------


class _NoDefault:
    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefault()


class _Variable:
    """What type variables of all kinds have in common."""

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __repr__(self):
        if getattr(self, "__infer_variance__", False):
            return self.__name__
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") \
            + self.__name__

    def has_default(self):
        return self.__default__ is not NoDefault


class TypeVar(_Variable):
    """A type that is not known yet."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False,
                 infer_variance=False, default=NoDefault):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        message = "TypeVar(name, constraint, ...): constraints must be types."
        self.__name__ = name
        self.__constraints__ = tuple(_type_check(c, message) for c in constraints)
        self.__bound__ = None if bound is None else _type_check(bound, "Bound must be a type.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self.__default__ = default
        self.__module__ = caller_name()

    def __typing_subst__(self, arg):
        return _type_check(arg, "Parameters to generic types must be types.")


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"

    def __eq__(self, other):
        return isinstance(other, ParamSpecArgs) and self.__origin__ == other.__origin__


class ParamSpecKwargs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"

    def __eq__(self, other):
        return isinstance(other, ParamSpecKwargs) and self.__origin__ == other.__origin__


class ParamSpec(_Variable):
    """The parameters of a function that are not known yet."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False,
                 infer_variance=False, default=NoDefault):
        self.__name__ = name
        self.__bound__ = bound
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
        return arg


class TypeVarTuple(_Variable):
    """Any number of types that are not known yet."""

    def __init__(self, name, *, default=NoDefault):
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
    class TypeAliasType:
        """What a type statement makes."""

        def __init__(self, name, value, *, type_params=()):
            self.__name__ = name
            self.__value__ = value
            self.__type_params__ = type_params
            self.__parameters__ = type_params
            self.__module__ = caller_name()

        def __repr__(self):
            return self.__name__

        def __getitem__(self, args):
            return GenericAlias(self, args)

        def __or__(self, right):
            return Union[self, right]

        def __ror__(self, left):
            return Union[left, self]


# ---- Generic -----------------------------------------------------------------------------------


def _generic_class_getitem(cls, params):
    if not isinstance(params, tuple):
        params = (params,)
    if cls in (Generic, Protocol):
        if not params:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(_is_parameter(p) or isinstance(p, _UnpackGenericAlias) for p in params):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or "
                            f"parameter specification variables.")
        if len(set(params)) != len(params):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        return _GenericAlias(cls, params)
    own = cls.__parameters__
    if not own:
        raise TypeError(f"{cls} is not a generic class")
    message = "Parameters to generic types must be types."
    params = tuple(p if isinstance(p, (list, tuple)) else _type_check(p, message) for p in params)
    mapping = _bind_parameters(cls, own, params)
    flat = []
    for p in own:
        if isinstance(p, TypeVarTuple):
            flat += mapping[p]
        else:
            value = mapping[p]
            flat.append(tuple(value) if isinstance(value, list) else value)
    return _GenericAlias(cls, tuple(flat))


class Generic:
    """A class with type variables."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        return _generic_class_getitem(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        _find_parameters(cls)


def _find_parameters(cls):
    if "__orig_bases__" in cls.__dict__:
        wrong = Generic in cls.__orig_bases__
    else:
        wrong = Generic in cls.__bases__ and cls.__name__ != "Protocol"
    if wrong:
        raise TypeError("Cannot inherit from plain Generic")
    cls.__parameters__ = ()
    if "__orig_bases__" not in cls.__dict__:
        return
    found = _collect_parameters(cls.__orig_bases__)
    said = None
    for base in cls.__orig_bases__:
        if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, Protocol):
            if said is not None:
                raise TypeError("Cannot inherit from Generic[...] multiple times.")
            said = base.__parameters__
            origin = base.__origin__
    if said is not None:
        missing = [p for p in found if p not in said]
        if missing:
            names = ", ".join(str(p) for p in missing)
            args = ", ".join(str(p) for p in said)
            raise TypeError(f"Some type variables ({names}) are not listed in "
                            f"{origin.__name__}[{args}]")
        found = said
    cls.__parameters__ = tuple(found)


# ---- protocols ---------------------------------------------------------------------------------

_NOT_MEMBERS = frozenset(
    "__parameters__ __orig_bases__ __orig_class__ _is_protocol _is_runtime_protocol "
    "__protocol_attrs__ __non_callable_proto_members__ __type_params__ __abstractmethods__ "
    "__annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__ __subclasshook__ "
    "__weakref__ __class_getitem__ __match_args__ __static_attributes__ __firstlineno__ "
    "_MutableMapping__marker __qualname__ _abc_impl".split())


def _protocol_members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base in (Protocol, Generic):
            continue
        for name in (*base.__dict__, *base.__dict__.get("__annotations__", ())):
            if not name.startswith("_abc_") and name not in _NOT_MEMBERS:
                names.add(name)
    return names


def _has_member(instance, name):
    """Without running properties, from 3.12 on."""
    if _version < (3, 12):
        return hasattr(instance, name), getattr(instance, name, None)
    for base in type(instance).__mro__:
        if name in base.__dict__:
            return True, base.__dict__[name]
    own = getattr(instance, "__dict__", {})
    if name in own:
        return True, own[name]
    if isinstance(instance, type):
        for base in instance.__mro__:
            if name in base.__dict__:
                return True, base.__dict__[name]
    if isinstance(instance, types.ModuleType) and hasattr(instance, name):
        return True, getattr(instance, name)
    return False, None


def _protocol_hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    for name in _protocol_members(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if name in base.__dict__.get("__annotations__", ()) and \
                    issubclass(other, Generic) and getattr(other, "_is_protocol", False):
                break
        else:
            return NotImplemented
    return True


def _no_instances(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class _ProtocolMeta(abc.ABCMeta):
    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False):
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            runtime = getattr(cls, "_is_runtime_protocol", False)
            if not runtime and _version != (3, 12):
                raise TypeError("Instance and class checks can only be used with "
                                "@runtime_checkable protocols")
            data = sorted(n for n in _protocol_members(cls) if not callable(getattr(cls, n, None)))
            if data:
                more = f". Non-method members: {str(data)[1:-1]}." if _version >= (3, 13) else ""
                raise TypeError(f"Protocols with non-method members don't support issubclass()"
                                f"{more}")
            if not runtime:
                raise TypeError("Instance and class checks can only be used with "
                                "@runtime_checkable protocols")
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable "
                            "protocols")
        if cls in type(instance).__mro__:
            return True
        if any(isinstance(instance, registered) for registered in cls._abc_impl.registered):
            return True
        for name in _protocol_members(cls):
            found, value = _has_member(instance, name)
            if not found or (value is None and callable(getattr(cls, name, None))):
                return False
        return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    """A class that others match by what they have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base in (object, Generic) or getattr(base, "_is_protocol", False)
                    or base.__module__ in ("collections.abc", "contextlib")):
                raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        if cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_instances


def runtime_checkable(cls):
    """Lets isinstance() look whether the members are there."""
    if not (isinstance(cls, type) and issubclass(cls, Generic)
            and getattr(cls, "_is_protocol", False)):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


if _version >= (3, 13):
    def is_protocol(tp, /):
        return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol

    def get_protocol_members(tp, /):
        if not is_protocol(tp):
            raise TypeError(f"{tp!r} is not a Protocol")
        return frozenset(_protocol_members(tp))


# ---- names for the containers ------------------------------------------------------------------

_alias = _SpecialGenericAlias
Hashable = _alias(collections.abc.Hashable, 0)
Awaitable = _alias(collections.abc.Awaitable, 1)
Coroutine = _alias(collections.abc.Coroutine, 3)
AsyncIterable = _alias(collections.abc.AsyncIterable, 1)
AsyncIterator = _alias(collections.abc.AsyncIterator, 1)
Iterable = _alias(collections.abc.Iterable, 1)
Iterator = _alias(collections.abc.Iterator, 1)
Reversible = _alias(collections.abc.Reversible, 1)
Sized = _alias(collections.abc.Sized, 0)
Container = _alias(collections.abc.Container, 1)
Collection = _alias(collections.abc.Collection, 1)
Callable = _CallableType(collections.abc.Callable, 2)
AbstractSet = _alias(collections.abc.Set, 1, name="AbstractSet")
MutableSet = _alias(collections.abc.MutableSet, 1)
Mapping = _alias(collections.abc.Mapping, 2)
MutableMapping = _alias(collections.abc.MutableMapping, 2)
Sequence = _alias(collections.abc.Sequence, 1)
MutableSequence = _alias(collections.abc.MutableSequence, 1)
ByteString = _alias(collections.abc.ByteString, 0)
MappingView = _alias(collections.abc.MappingView, 1)
KeysView = _alias(collections.abc.KeysView, 1)
ItemsView = _alias(collections.abc.ItemsView, 2)
ValuesView = _alias(collections.abc.ValuesView, 1)
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
List = _alias(list, 1, inst=False, name="List")
Set = _alias(set, 1, inst=False, name="Set")
FrozenSet = _alias(frozenset, 1, inst=False, name="FrozenSet")
Dict = _alias(dict, 2, inst=False, name="Dict")
Type = _alias(type, 1, inst=False, name="Type")
_none = (NoneType, NoneType) if _version >= (3, 13) else ()
Generator = _alias(collections.abc.Generator, 3, defaults=_none)
AsyncGenerator = _alias(collections.abc.AsyncGenerator, 2, defaults=_none[:1])


def __getattr__(name):
    """What stands for types of other modules is made when it is asked for."""
    if name in ("ContextManager", "AsyncContextManager"):
        import contextlib
        made = _alias(getattr(contextlib, f"Abstract{name}"), 2 if _version >= (3, 13) else 1,
                      name=name, defaults=(Union[bool, None],) if _version >= (3, 13) else ())
    elif name in ("ChainMap", "Counter", "Deque", "DefaultDict", "OrderedDict"):
        import collections
        origin = getattr(collections, {"Deque": "deque", "DefaultDict": "defaultdict"}.get(name, name))
        made = _alias(origin, 1 if name in ("Counter", "Deque") else 2, name=name)
    elif name in ("Match", "Pattern"):
        import re
        made = _alias(getattr(re, name), 1)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = made
    return made


T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
AnyStr = TypeVar("AnyStr", bytes, str)
for _variable in (T, T_co, AnyStr):
    _variable.__module__ = "typing"


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    @abc.abstractmethod
    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    @abc.abstractmethod
    def __float__(self):
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    @abc.abstractmethod
    def __complex__(self):
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    @abc.abstractmethod
    def __bytes__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    @abc.abstractmethod
    def __index__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    __slots__ = ()

    @abc.abstractmethod
    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    __slots__ = ()

    @abc.abstractmethod
    def __round__(self, ndigits=0):
        pass


class IO(Generic[AnyStr]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


# ---- NamedTuple and TypedDict ------------------------------------------------------------------

_PROHIBITED = frozenset({"__new__", "__init__", "__slots__", "__getnewargs__", "_fields",
                         "_field_defaults", "_field_types", "_make", "_replace", "_asdict",
                         "_source"})
_SPECIAL = frozenset({"__module__", "__name__", "__annotations__", "__qualname__",
                      "__firstlineno__", "__static_attributes__", "__orig_bases__"})


def _make_named_tuple(name, fields, module, defaults=()):
    from collections import namedtuple
    message = "field {} annotation must be a type"
    hints = {n: _type_check(t, message.format(n)) for n, t in fields}
    made = namedtuple(name, hints, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = hints
    return made


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
        for key, value in ns.items():
            if key in _PROHIBITED:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _SPECIAL and key not in made._fields:
                setattr(made, key, value)
                hook = getattr(type(value), "__set_name__", None)
                if hook:
                    hook(value, made, key)
        if "__orig_bases__" in ns:
            made.__orig_bases__ = ns["__orig_bases__"]
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """A tuple whose items have names and types."""
    if fields is None:
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


def _key_kind(hint):
    """Whether a key's type says that it is required: True, False or None."""
    while True:
        origin = get_origin(hint)
        if origin is Annotated:
            hint = hint.__origin__
        elif origin is Required:
            return True
        elif origin is NotRequired:
            return False
        elif _version >= (3, 13) and origin is ReadOnly:
            hint = hint.__args__[0]
        else:
            return None


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
        own = {n: _type_check(t, message) for n, t in ns.get("__annotations__", {}).items()}
        hints, required, optional = {}, set(), set()
        for base in bases:
            hints.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
        hints.update(own)
        for key, hint in own.items():
            kind = _key_kind(hint)
            needed = total if kind is None else kind
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        made.__annotations__ = hints
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict with certain keys, each with a type."""
    if fields is None:
        fields = kwargs
    ns = {"__annotations__": dict(fields), "__module__": caller_name()}
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


class NewType:
    """A name for a type that checkers hold to be another."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        module = caller_name()
        if module != "typing":
            self.__module__ = module

    def __call__(self, x, /):
        return x

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

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# ---- looking at hints --------------------------------------------------------------------------


class ForwardRef:
    """A type by its name, to be looked up later."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns):
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


def _resolve(hint, globalns, localns):
    """A hint with every name in it looked up."""
    if hint is None:
        return NoneType
    if isinstance(hint, str):
        hint = ForwardRef(hint)
    if isinstance(hint, ForwardRef):
        return _resolve(hint._evaluate(globalns, localns), globalns, localns)
    if isinstance(hint, GenericAlias):
        args = tuple(_resolve(ForwardRef(a) if isinstance(a, str) else a, globalns, localns)
                     for a in hint.__args__)
        return hint if args == hint.__args__ else GenericAlias(hint.__origin__, args)
    if isinstance(hint, UnionType):
        args = [_resolve(a, globalns, localns) for a in hint.__args__]
        result = args[0]
        for arg in args[1:]:
            result = result | arg
        return result
    if isinstance(hint, _GenericAlias) and not isinstance(hint, _LiteralGenericAlias):
        args = tuple(_resolve(a, globalns, localns) if a is not ... else a for a in hint.__args__)
        return hint if args == hint.__args__ else hint.copy_with(args)
    return hint


def _strip(hint):
    """Without Annotated, Required and NotRequired."""
    if isinstance(hint, _AnnotatedAlias):
        return _strip(hint.__origin__)
    if isinstance(hint, _GenericAlias):
        if hint.__origin__ in (Required, NotRequired):
            return _strip(hint.__args__[0])
        args = tuple(_strip(a) for a in hint.__args__)
        return hint if args == hint.__args__ else hint.copy_with(args)
    if isinstance(hint, GenericAlias):
        args = tuple(_strip(a) for a in hint.__args__)
        return hint if args == hint.__args__ else GenericAlias(hint.__origin__, args)
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module or function, with the strings in them looked up."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            names = globalns if globalns is not None else getattr(module, "__dict__", {})
            local = dict(vars(base)) if localns is None else localns
            for name, hint in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _resolve(hint, names, local)
    else:
        if globalns is None:
            inner = obj
            while hasattr(inner, "__wrapped__"):
                inner = inner.__wrapped__
            globalns = obj.__dict__ if isinstance(obj, types.ModuleType) else \
                getattr(inner, "__globals__", {})
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if isinstance(obj, (types.BuiltinFunctionType, types.MethodDescriptorType)):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        for name, hint in annotations.items():
            hints[name] = _resolve(hint, globalns, globalns if localns is None else localns)
    return hints if include_extras else {name: _strip(hint) for name, hint in hints.items()}


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, UnionType):
        return UnionType
    return None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        if get_origin(tp) is collections.abc.Callable and not (
                len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec,
                                                                  _ConcatenateGenericAlias)))):
            return (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, UnionType):
        return tp.__args__
    return ()


# ---- marks -------------------------------------------------------------------------------------


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    text = repr(arg)
    raise AssertionError(f"Expected code to be unreachable, but got: "
                         f"{text if len(text) <= 100 else text[:100] + '...'}")


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def _mark(obj, name):
    try:
        setattr(obj, name, True)
    except (AttributeError, TypeError):
        pass
    return obj


def final(f):
    return _mark(f, "__final__")


if _version >= (3, 12):
    def override(method, /):
        return _mark(method, "__override__")


def no_type_check(arg):
    if isinstance(arg, type):
        for value in list(arg.__dict__.values()):
            if isinstance(value, types.FunctionType):
                no_type_check(value)
    return _mark(arg, "__no_type_check__")


def no_type_check_decorator(decorator):
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions "
        "outside a stub module should always be followed by an implementation that is not "
        "@overload-ed.")


def overload(func):
    """One of the ways to call a function whose implementation follows."""
    inner = getattr(func, "__func__", func)
    key = getattr(inner, "__module__", None), getattr(inner, "__qualname__", None)
    line = getattr(getattr(inner, "__code__", None), "co_firstlineno", 0)
    _overloads.setdefault(key, {})[line] = func
    return _overload_dummy


def get_overloads(func):
    inner = getattr(func, "__func__", func)
    return list(_overloads.get((inner.__module__, inner.__qualname__), {}).values())


def clear_overloads():
    _overloads.clear()


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False,
                        frozen_default=False, field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default,
            "kw_only_default": kw_only_default, "frozen_default": frozen_default,
            "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn
    return decorator


# ---- what the compiler asks for: PEP 695 ---------------------------------------------------------


class _LazyVariable:
    """Bounds, constraints and defaults that are evaluated when somebody asks."""

    def __getattr__(self, name):
        lazy = self.__dict__.get("_lazy", {})
        if name not in lazy:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        value = self.__dict__[name] = lazy.pop(name)()
        return value

    def _later(self, name, function):
        self.__dict__.pop(name, None)
        self.__dict__.setdefault("_lazy", {})[name] = function


TypeVar.__getattr__ = ParamSpec.__getattr__ = TypeVarTuple.__getattr__ = _LazyVariable.__getattr__


def _type_var(name):
    return TypeVar(name, infer_variance=True)


def _type_var_with_bound(name, bound):
    var = TypeVar(name, infer_variance=True)
    _LazyVariable._later(var, "__bound__", bound)
    return var


def _type_var_with_constraints(name, constraints):
    var = TypeVar(name, infer_variance=True)
    _LazyVariable._later(var, "__constraints__", constraints)
    return var


def _param_spec(name):
    return ParamSpec(name, infer_variance=True)


def _type_var_tuple(name):
    return TypeVarTuple(name)


def _set_default(var, default):
    _LazyVariable._later(var, "__default__", default)
    return var


def _type_alias(name, params, value):
    alias = TypeAliasType(name, None, type_params=params or ())
    _LazyVariable._later(alias, "__value__", value)
    return alias


def _subscript_generic(params):
    return Generic[tuple(Unpack[p] if isinstance(p, TypeVarTuple) else p for p in params)]


if _version >= (3, 12):
    TypeAliasType.__getattr__ = _LazyVariable.__getattr__
