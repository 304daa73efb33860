# dataclasses: classes whose methods follow from their fields.
#
# The fields are those of the bases, in reverse resolution order, and then the annotations of the class
# itself. Each method is written as source text and run (_Methods), as in CPython: a traceback shows
# its lines as those of "<string>", and __init__ has a real signature. slots=True makes the class
# anew, since __slots__ count only while a class is made.

import abc
import collections.abc
import copy
import functools
import sys
import types
from _machine import caller_name, counted, run_source
from _thread import get_ident

_version = sys.version_info[:2]
del collections  # only imported, as inspect does, which CPython uses here

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
           "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _FIELD_BASE:
    """What kind of field one is."""

    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_EMPTY_METADATA = types.MappingProxyType({})


class InitVar:
    """Marks a parameter of __init__ that is no attribute."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, types.GenericAlias):
            return f"dataclasses.InitVar[{self.type.__name__}]"
        return f"dataclasses.InitVar[{self.type!r}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


def _guarded(function):
    """A __repr__ that shows itself as ... inside itself."""
    under_way = set()

    @functools.wraps(function)
    def wrapper(self):
        key = id(self), get_ident()
        if key in under_way:
            return "..."
        under_way.add(key)
        try:
            shown = function(self)
        finally:
            under_way.discard(key)
        return shown

    return wrapper


class Field:
    """What a dataclass knows of one of its fields."""

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare",
                 "metadata", "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = self._field_type = None  # known when the class is
        self.default, self.default_factory = default, default_factory
        self.init, self.kw_only = init, kw_only
        self.repr, self.hash, self.compare = repr, hash, compare
        self.metadata = (_EMPTY_METADATA if metadata is None
                         else types.MappingProxyType(metadata))

    @_guarded
    def __repr__(self):
        shown = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare",
                 "metadata", "kw_only")
        parts = [f"{name}={getattr(self, name)!r}" for name in shown]
        return f"Field({','.join(parts)},_field_type={self._field_type})"

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook:
            hook(self.default, owner, name)

    __class_getitem__ = classmethod(types.GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only",
                 "slots", "weakref_slot")

    def __init__(self, **options):
        for name, value in options.items():
            setattr(self, name, value)

    def __repr__(self):
        names = self.__slots__ if _version >= (3, 12) else self.__slots__[:6]
        shown = [f"{name}={getattr(self, name)!r}" for name in names]
        return f"_DataclassParams({','.join(shown)})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    """Says more of a field than its type and default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# ---- what a class says -------------------------------------------------------------------------


def _word(text):
    """The name that a text begins with, and what is behind it."""
    text = text.lstrip()
    n = 0
    while n < len(text) and (text[n].isalnum() or text[n] == "_"):
        n += 1
    return text[:n], text[n:].lstrip()


def _named(annotation, cls, module):
    """What the name, or the name in this module, that a string annotation begins with stands for."""
    name, rest = _word(annotation)
    namespace = getattr(sys.modules.get(cls.__module__), "__dict__", {})
    if rest.startswith(".") and (inner := _word(rest[1:])[0]):
        return module.__dict__.get(inner) if namespace.get(name) is module else None
    return namespace.get(name)


def _is_classvar(annotation, cls):
    typing = sys.modules.get("typing")
    if typing is None:
        return False
    if isinstance(annotation, str):
        annotation = _named(annotation, cls, typing)
    return (annotation is typing.ClassVar
            or getattr(annotation, "__origin__", None) is typing.ClassVar)


def _is_initvar(annotation, cls):
    if isinstance(annotation, str):
        annotation = _named(annotation, cls, sys.modules[__name__])
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation, cls):
    if isinstance(annotation, str):
        annotation = _named(annotation, cls, sys.modules[__name__])
    return annotation is KW_ONLY


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _FIELD
    if _is_classvar(annotation, cls):
        made._field_type = _FIELD_CLASSVAR
    elif _is_initvar(annotation, cls):
        made._field_type = _FIELD_INITVAR
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made._field_type is not _FIELD_CLASSVAR:
        if made.kw_only is MISSING:
            made.kw_only = kw_only
    elif made.kw_only is not MISSING:
        raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: "
                         f"use default_factory")
    return made


def _own_fields(cls, kw_only):
    seen = False
    found = []
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if not _is_kw_only(annotation, cls):
            found.append(_get_field(cls, name, annotation, kw_only))
            continue
        if seen:
            raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
        seen = kw_only = True
    return found


def _inherited_fields(cls, frozen):
    fields = {}
    frozen_bases = []
    for base in cls.__mro__[-1:0:-1]:
        of_base = getattr(base, _FIELDS, None)
        if of_base is not None:
            fields.update(of_base)
            frozen_bases.append(getattr(base, _PARAMS).frozen)
    return fields, frozen_bases


def _check_frozen(frozen_bases, frozen):
    if any(frozen_bases) and not frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if frozen and frozen_bases and not all(frozen_bases):
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")


# ---- the methods -------------------------------------------------------------------------------


class _Methods:
    """The source of a class's methods, which appear in tracebacks as File "<string>"."""

    def __init__(self, namespace):
        self.globals = namespace
        self.functions = []
        self.values = {}

    def add(self, name, parameters, body, values=None, returns=False, replaces=False, hint=None,
            wrap=None):
        if values:
            self.values.update(values)
        arrow = ""
        if returns:
            self.values[f"__dataclass_{name}_return_type__"] = None
            arrow = f"->__dataclass_{name}_return_type__"
        lines = "\n".join("  " + line for line in body)
        text = f" def {name}({','.join(parameters)}){arrow}:\n{lines}"
        self.functions.append((name, text, replaces, hint, wrap))

    def _make(self, functions):
        """Compiles some of them in one go."""
        # The decorator takes a line of its own in what 3.13 compiles.
        text = "\n".join(("\n" if wrap and _version >= (3, 13) else "") + text
                         for _, text, _, _, wrap in functions)
        names = ",".join(name for name, *_ in functions)
        namespace = {}
        run_source(f"def __create_fn__({','.join(self.values)}):\n{text}\n return ({names},)",
                   self.globals, namespace)
        return namespace["__create_fn__"](**self.values)

    def add_to(self, cls):
        if _version >= (3, 13):
            made = self._make(self.functions) if self.functions else ()
        else:
            made = [self._make([one])[0] for one in self.functions]
        for (name, _, replaces, hint, wrap), function in zip(self.functions, made):
            if wrap:
                function = wrap(function)
            function.__qualname__ = f"{cls.__qualname__}.{name}"
            if replaces or name not in cls.__dict__:
                setattr(cls, name, function)
            elif hint is not None:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}{hint}")


def _assignment(frozen, name, value, self_name):
    if frozen:
        return f"__dataclass_builtins_object__.__setattr__({self_name},{name!r},{value})"
    return f"{self_name}.{name}={value}"


def _init_line(f, frozen, values, self_name, slots):
    """The line of __init__ that sets a field, or None."""
    default_name = f"__dataclass_dflt_{f.name}__"
    value = f.name
    if f.default_factory is not MISSING:
        values[default_name] = f.default_factory
        value = f"{default_name}()"
        if f.init:
            value += f" if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}"
    elif f.init:
        if f.default is not MISSING:
            values[default_name] = f.default
    elif slots and f.default is not MISSING:
        values[default_name] = f.default
        value = default_name
    else:
        return None
    passed_on = f._field_type is _FIELD_INITVAR
    return None if passed_on else _assignment(frozen, f.name, value, self_name)


def _init_parameter(f):
    default = ""
    if f.default is not MISSING:
        default = f"=__dataclass_dflt_{f.name}__"
    elif f.default_factory is not MISSING:
        default = "=__dataclass_HAS_DEFAULT_FACTORY__"
    return f"{f.name}:__dataclass_type_{f.name}__{default}"


def _check_defaults(positional):
    with_default = None
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            with_default = f
        elif with_default:
            name = f" {with_default.name!r}" if _version >= (3, 13) else ""
            raise TypeError(f"non-default argument {f.name!r} follows default argument{name}")


def _add_init(cls, methods, all_fields, positional, keyword, frozen, slots, self_name):
    _check_defaults(positional)
    values = {f"__dataclass_type_{f.name}__": f.type for f in all_fields}
    values["__dataclass_HAS_DEFAULT_FACTORY__"] = _HAS_DEFAULT_FACTORY
    values["__dataclass_builtins_object__"] = object
    body = [_init_line(f, frozen, values, self_name, slots) for f in all_fields]
    body = [line for line in body if line]
    if hasattr(cls, "__post_init__"):
        given = ",".join(f.name for f in all_fields if f._field_type is _FIELD_INITVAR)
        body.append(f"{self_name}.__post_init__({given})")
    parameters = [self_name, *map(_init_parameter, positional)]
    if keyword:
        parameters += ["*", *map(_init_parameter, keyword)]
    methods.add("__init__", parameters, body or ["pass"], values, returns=True)


def _tuple_of(name, fields):
    return f"({','.join([f'{name}.{f.name}' for f in fields])},)" if fields else "()"


def _add_repr(methods, fields):
    shown = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in fields if f.repr)
    methods.add("__repr__", ["self"],
                [f'return f"{{self.__class__.__qualname__}}({shown})"'], wrap=_guarded)


def _add_eq(methods, compared):
    if _version < (3, 13):
        same = f"{_tuple_of('self', compared)}=={_tuple_of('other', compared)}"
        lines = []
    else:
        same = " and ".join(f"self.{f.name}==other.{f.name}" for f in compared) or "True"
        lines = ["if self is other:", " return True"]
    methods.add("__eq__", ["self", "other"],
                lines + ["if other.__class__ is self.__class__:", f" return {same}",
                         "return NotImplemented"])


def _add_order(methods, compared):
    mine, others = _tuple_of("self", compared), _tuple_of("other", compared)
    for name, sign in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
        methods.add(name, ["self", "other"],
                    ["if other.__class__ is self.__class__:", f" return {mine}{sign}{others}",
                     "return NotImplemented"],
                    hint=". Consider using functools.total_ordering" if _version < (3, 13)
                    else " Consider using functools.total_ordering")


def _add_frozen(cls, methods, fields):
    names = ", ".join(repr(f.name) for f in fields)
    which = f" or name in {{{names}}}" if fields else ""
    values = {"cls": cls, "FrozenInstanceError": FrozenInstanceError}
    for name, parameters, verb in (("__setattr__", ["self", "name", "value"], "assign to"),
                                   ("__delattr__", ["self", "name"], "delete")):
        passed = ", ".join(parameters[1:])
        methods.add(name, parameters,
                    [f"if type(self) is cls{which}:",
                     f' raise FrozenInstanceError(f"cannot {verb} field {{name!r}}")',
                     f"super(cls, self).{name}({passed})"], values, hint="")


def _settle_hash(cls, methods, fields, unsafe_hash, eq, frozen, explicit):
    """Whether there is a __hash__: asked for, or safe because nothing changes."""
    if unsafe_hash:
        if explicit:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif not eq or explicit:
        return
    elif not frozen:
        cls.__hash__ = None
        return
    hashed = [f for f in fields if (f.compare if f.hash is None else f.hash)]
    methods.add("__hash__", ["self"], [f"return hash({_tuple_of('self', hashed)})"], replaces=True)


def _annotation_text(annotation):
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    text = repr(annotation)
    return text.replace("typing.", "") if getattr(annotation, "__module__", "") == "typing" else text


def _signature_text(positional, keyword):
    def one(f):
        text = f"{f.name}: {_annotation_text(f.type)}"
        if f.default is not MISSING:
            return f"{text} = {f.default!r}"
        return text if f.default_factory is MISSING else f"{text} = <factory>"
    parts = [one(f) for f in positional]
    if keyword:
        parts += ["*", *map(one, keyword)]
    return f"({', '.join(parts)})"


def _other_signature(cls):
    """How a class is called whose fields do not tell."""
    from inspect import signature
    try:
        return str(signature(cls)).replace(" -> None", "")
    except (TypeError, ValueError):
        if _version < (3, 13):
            raise
        return ""


def _replace(self, /, **changes):
    return _with_changes(self, changes)


def _process(cls, options):
    frozen, slots, eq = options["frozen"], options["slots"], options["eq"]
    had_init = "__init__" in cls.__dict__
    fields, frozen_bases = _inherited_fields(cls, frozen)
    setattr(cls, _PARAMS, _DataclassParams(**options))
    annotations = cls.__dict__.get("__annotations__", {})
    for f in _own_fields(cls, options["kw_only"]):
        fields[f.name] = f
        written = isinstance(getattr(cls, f.name, None), Field)
        if written and f.default is not MISSING:
            setattr(cls, f.name, f.default)
        elif written:
            delattr(cls, f.name)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    _check_frozen(frozen_bases, frozen)
    setattr(cls, _FIELDS, fields)
    own_hash = cls.__dict__.get("__hash__", MISSING)
    explicit = not (own_hash is MISSING or (own_hash is None and "__eq__" in cls.__dict__))
    if options["order"] and not eq:
        raise ValueError("eq must be true if order is true")
    in_init = [f for f in fields.values() if f._field_type is not _FIELD_CLASSVAR]
    positional = [f for f in in_init if f.init and not f.kw_only]
    keyword = [f for f in in_init if f.init and f.kw_only]
    module = sys.modules.get(cls.__module__)
    methods = _Methods(module.__dict__ if module else {})
    if options["init"]:
        _add_init(cls, methods, in_init, positional, keyword, frozen, slots,
                  "__dataclass_self__" if "self" in fields else "self")
    if _version >= (3, 13) and "__replace__" not in cls.__dict__:
        cls.__replace__ = _replace
    listed = [f for f in fields.values() if f._field_type is _FIELD]
    compared = [f for f in listed if f.compare]
    if options["repr"]:
        _add_repr(methods, listed)
    if eq:
        _add_eq(methods, compared)
    if options["order"]:
        _add_order(methods, compared)
    if frozen:
        _add_frozen(cls, methods, listed)
    _settle_hash(cls, methods, listed, options["unsafe_hash"], eq, frozen, explicit)
    methods.add_to(cls)
    if not cls.__doc__:
        made_here = not had_init and options["init"] and type(cls).__call__ is type.__call__
        cls.__doc__ = cls.__name__ + (_signature_text(positional, keyword) if made_here else _other_signature(cls))
    if options["match_args"] and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in positional)
    if options["weakref_slot"] and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _with_slots(cls, listed, frozen, options["weakref_slot"])
    abc.update_abstractmethods(cls)
    return cls


# ---- slots -------------------------------------------------------------------------------------


def _getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _with_slots(cls, listed, frozen, weakref_slot):
    """The class once more, since slots are laid out when a class is made."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    body = dict(cls.__dict__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        if not isinstance(slots, str) and hasattr(slots, "__next__"):
            raise TypeError(f"Slots of '{base.__name__}' cannot be determined")
        inherited.update([slots] if isinstance(slots, str) else slots)
    names = [f.name for f in listed] + (["__weakref__"] if weakref_slot else [])
    body["__slots__"] = tuple(name for name in names if name not in inherited)
    for name in (*[f.name for f in listed], "__dict__", "__weakref__"):
        body.pop(name, None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = qualname
    if frozen:
        if "__getstate__" not in body:
            made.__getstate__ = _getstate
        if "__setstate__" not in body:
            made.__setstate__ = _setstate
    return made


# ---- what the module offers --------------------------------------------------------------------


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Adds the methods that follow from a class's annotated fields."""
    options = dict(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                   frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                   weakref_slot=weakref_slot)

    def wrap(cls):
        return _process(cls, options)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) and not isinstance(obj, types.GenericAlias) else type(obj)
    return hasattr(cls, _FIELDS)


_ATOMIC = frozenset({types.NoneType, bool, int, float, str, complex, bytes, types.EllipsisType,
                     types.NotImplementedType, types.CodeType, types.BuiltinFunctionType,
                     types.FunctionType, type, range, property})


# Functions of their own: elsewhere these comprehensions would make cells of variables up to 3.11.


def _plain_dict(obj):
    return {f.name: _asdict(getattr(obj, f.name), dict) for f in fields(obj)}


def _values(obj, tuple_factory):
    return [_astuple(getattr(obj, f.name), tuple_factory) for f in fields(obj)]


def _asdict(obj, dict_factory):
    """The fields of an instance, and of those in it; what is none is copied."""
    kind = type(obj)
    if _version >= (3, 12) and kind in _ATOMIC:
        return obj
    if hasattr(kind, _FIELDS):
        if dict_factory is dict and _version >= (3, 12):
            return _plain_dict(obj)
        pairs = []
        for f in fields(obj):
            value = _asdict(getattr(obj, f.name), dict_factory)
            pairs.append((f.name, value))
        return dict_factory(pairs)
    if kind is list and _version >= (3, 13):
        return [_asdict(v, dict_factory) for v in obj]
    if kind is dict and _version >= (3, 13):
        return {_asdict(k, dict_factory): _asdict(v, dict_factory) for k, v in obj.items()}
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return kind(*[_asdict(v, dict_factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return kind(_asdict(v, dict_factory) for v in obj)
    if isinstance(obj, dict):
        if not hasattr(kind, "default_factory") or _version < (3, 12):
            return kind((_asdict(k, dict_factory), _asdict(v, dict_factory)) for k, v in obj.items())
        result = kind(obj.default_factory)
        for k, v in obj.items():
            result[_asdict(k, dict_factory)] = _asdict(v, dict_factory)
        return result
    return copy.deepcopy(obj)


def _astuple(obj, tuple_factory):
    kind = type(obj)
    if _version >= (3, 12) and kind in _ATOMIC:
        return obj
    if hasattr(kind, _FIELDS):
        if _version >= (3, 13):
            return tuple_factory(_values(obj, tuple_factory))
        values = []
        for f in fields(obj):
            values.append(_astuple(getattr(obj, f.name), tuple_factory))
        return tuple_factory(values)
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return kind(*[_astuple(v, tuple_factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return kind(_astuple(v, tuple_factory) for v in obj)
    if isinstance(obj, dict):
        if not hasattr(kind, "default_factory") or _version < (3, 12):
            return kind((_astuple(k, tuple_factory), _astuple(v, tuple_factory)) for k, v in obj.items())
        result = kind(obj.default_factory)
        for k, v in obj.items():
            result[_astuple(k, tuple_factory)] = _astuple(v, tuple_factory)
        return result
    return copy.deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    """The fields of an instance, and of instances in them, as dicts."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _asdict(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    """The fields of an instance, and of instances in them, as tuples."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple(obj, tuple_factory)


def _row(item):
    if 2 <= len(item) <= 3:
        return item
    raise TypeError(f"Invalid field: {item!r}")


_KEYWORDS = frozenset(
    "False None True and as assert async await break class continue def del elif else except "
    "finally for from global if import in is lambda nonlocal not or pass raise return try while "
    "with yield".split())


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True,
                   order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
                   slots=False, weakref_slot=False, module=None):
    """A dataclass of names, (name, type) and (name, type, field)."""
    annotations, defaults = {}, {}
    for item in fields:
        name, kind, *default = (item, "typing.Any") if isinstance(item, str) else _row(item)
        wrong = ("must be valid identifiers" if not isinstance(name, str) or not name.isidentifier()
                 else "must not be keywords" if name in _KEYWORDS else None)
        if wrong:
            raise TypeError(f"Field names {wrong}: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = kind
        defaults.update((name, value) for value in default)

    def body(ns):
        ns.update(namespace or {}, **defaults)
        ns["__annotations__"] = annotations

    cls = types.new_class(cls_name, bases, {}, body)
    if module is None and _version >= (3, 12):
        module = caller_name()
    if module is not None:
        cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                     frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A new object with some fields changed."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    if _version >= (3, 13):
        return _replace(obj, **changes)
    return _with_changes(obj, changes)


def _with_changes(obj, changes):
    error = ValueError if _version < (3, 13) else TypeError
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        name = f.name
        given = name in changes
        if given and not f.init:
            raise error(f"field {name} is declared with init=False, it cannot be specified "
                        f"with replace()")
        if f.init and not given:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise error(f"InitVar {name!r} must be specified with replace()")
            changes[name] = getattr(obj, name)
    return obj.__class__(**changes)


for _each in (_guarded, field, fields, _is_instance, is_dataclass, _asdict, _astuple, _plain_dict, _values, asdict, astuple,
              replace, _replace, _with_changes):
    counted(_each)
del _each, counted
