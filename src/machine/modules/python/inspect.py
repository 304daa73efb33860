# inspect: what live objects are, where they are from, and how they are to be called.
#
# A signature is read off the code object of a function and its defaults; that of a class is that of
# its metaclass's __call__, its __new__ or its __init__, that of a callable object its __call__'s, without
# what is bound. What stands in the program's text is in _inspect_source.

import sys
import types
import collections.abc
from collections import OrderedDict
from _machine import is_in_c, refuse
from _inspect_source import *

_version = sys.version_info[:2]

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED = 1, 2, 4, 8, 16
CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 32, 128, 256, 512


# ---- what kind of thing ------------------------------------------------------------------------


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return iscoroutine(object) or hasattr(type(object), "__await__")


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def _unbound(function):
    while True:
        if ismethod(function):
            function = function.__func__
        elif hasattr(function, "func") and type(function).__name__ == "partial":
            function = function.func
        else:
            return function


def _has_flag(function, flag):
    function = _unbound(function)
    return isfunction(function) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE) or hasattr(type(obj), "_is_coroutine_function")


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__") and \
        not (_version >= (3, 13) and hasattr(kind, "__delete__"))


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isroutine(object):
    return (isbuiltin(object) or isfunction(object) or ismethod(object)
            or ismethoddescriptor(object) or ismethodwrapper(object))


def isabstract(object):
    return isclass(object) and bool(object.__dict__.get("__abstractmethods__"))


# ---- what is in it -----------------------------------------------------------------------------


def getmro(cls):
    return cls.__mro__


def getmembers(object, predicate=None):
    """The attributes as sorted pairs."""
    names = set(dir(object))
    for base in getattr(object, "__bases__", ()):
        for name, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute):
                names.add(name)
    found = []
    for name in names:
        try:
            value = getattr(object, name)
        except AttributeError:
            for base in (object.__mro__ if isclass(object) else ()):
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


_missing = object()


def getattr_static(obj, attr, default=_missing):
    """An attribute without asking descriptors or __getattr__."""
    if not isclass(obj):
        for base in type(obj).__mro__:
            if attr in base.__dict__:
                found = base.__dict__[attr]
                if hasattr(type(found), "__get__") and hasattr(type(found), "__set__"):
                    return found
                break
        own = object.__getattribute__(obj, "__dict__") if hasattr(obj, "__dict__") else {}
        if attr in own:
            return own[attr]
    for base in (obj.__mro__ if isclass(obj) else type(obj).__mro__):
        if attr in base.__dict__:
            return base.__dict__[attr]
    if isclass(obj):
        for base in type(obj).__mro__:
            if attr in base.__dict__:
                return base.__dict__[attr]
    if default is not _missing:
        return default
    raise AttributeError(attr)


def unwrap(func, *, stop=None):
    """What lies under the decorators."""
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {func!r}")
        seen.add(id(func))
    return func


def cleandoc(doc):
    """A docstring without the indentation of the source."""
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip(" ")]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip(" " if _version >= (3, 13) else None)] + \
        [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    """The docstring, inherited if there is none."""
    doc = getattr(object, "__doc__", None)
    if doc is None and (isbuiltin(object) or ismethoddescriptor(object) or ismodule(object) or
                        isclass(object) and object.__module__ == "builtins"):
        refuse("the docstring of what is no function of the program")
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(object):
    if isclass(object):
        candidates = [base for base in object.__mro__[1:-1]]
        if any(is_in_c(base) for base in candidates):
            refuse("the docstring of a builtin type, which is inherited")
        return next((b.__doc__ for b in candidates if b.__dict__.get("__doc__") is not None), None)
    owner = type(object.__self__) if ismethod(object) else None
    name = getattr(object, "__name__", None)
    if owner is None and isfunction(object):
        path = object.__qualname__.split(".")[:-1]
        owner = getattr(sys.modules.get(object.__module__), path[0], None) if path else None
        for part in path[1:]:
            owner = getattr(owner, part, None)
    for base in getattr(owner, "__mro__", ()):
        found = getattr(base, name, None)  # its metaclass may have it, too
        if found is None:
            continue
        if base.__module__ == "builtins":
            refuse(f"the docstring of {base.__name__}.{name}, which is inherited")
        doc = getattr(found, "__doc__", None)
        if doc is not None:
            return doc
    return None


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations that an object itself has, as a new dict."""
    if isclass(obj):
        found = obj.__dict__.get("__annotations__")
        if isinstance(found, types.GetSetDescriptorType):
            found = None
    elif ismodule(obj) or callable(obj):
        found = getattr(obj, "__annotations__", None)
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str:
        return dict(found)
    from _machine import evaluate
    if globals is None:
        globals = sys.modules[obj.__module__].__dict__ if isclass(obj) else \
            obj.__dict__ if ismodule(obj) else unwrap(obj).__globals__
    if locals is None:
        locals = dict(vars(obj)) if isclass(obj) else globals
    return {key: evaluate(value, globals, locals) if isinstance(value, str) else value
            for key, value in found.items()}


def classify_class_attrs(cls):
    """What each attribute is, and which class defines it."""
    if "__annotations__" in dir(cls):
        for base in getmro(cls):
            getattr(base, "__annotations__", None)  # which makes them, where there are none
    mro = (*getmro(cls), *(base for base in getmro(type(cls)) if base is not object))
    found = []
    for name in sorted(dir(cls)):
        home = next((base for base in mro if name in base.__dict__), None)
        if home is None:
            continue
        else:
            value = home.__dict__[name]
        if isinstance(value, (staticmethod, types.BuiltinMethodType)):
            kind = "static method"
        elif isinstance(value, (classmethod, types.ClassMethodDescriptorType)):
            kind = "class method"
        elif isinstance(value, property):
            kind = "property"
        else:
            kind = "method" if isroutine(value) else "data"
        found.append(Attribute(name, kind, home, value))
    return found


# ---- the states of generators ------------------------------------------------------------------

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = (
    "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED")
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = (
    "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED")

AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = (
    "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED")


def _state(o, prefix, created, running, suspended, closed):
    if getattr(o, prefix + "_running"):
        return running
    if getattr(o, prefix + "_suspended"):
        return suspended
    return closed if getattr(o, prefix + "_frame") is None else created


def getgeneratorstate(generator):
    return _state(generator, "gi", GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED)


def getcoroutinestate(coroutine):
    return _state(coroutine, "cr", CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED)


def getasyncgenstate(agen):
    return _state(agen, "ag", AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED)


def getcoroutinelocals(coroutine):
    return {} if coroutine.cr_frame is None else coroutine.cr_frame.f_locals


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    return {} if agen.ag_frame is None else agen.ag_frame.f_locals


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return {} if generator.gi_frame is None else generator.gi_frame.f_locals


# ---- signatures --------------------------------------------------------------------------------


class _empty:
    """Says that there is none."""


_KINDS = ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY",
          "VAR_KEYWORD")
_DESCRIPTIONS = ("positional-only", "positional or keyword", "variadic positional", "keyword-only",
                 "variadic keyword")


class _ParameterKind(int):
    """One of five, in the order in which parameters come."""

    @property
    def name(self):
        return _KINDS[self]

    @property
    def value(self):
        return int(self)

    @property
    def description(self):
        return _DESCRIPTIONS[self]

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = map(
    _ParameterKind, range(5))


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isclass(annotation):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    """One parameter of a function."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in range(5):
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        self._kind = _ParameterKind(kind)
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name
        self._default = default
        self._annotation = annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_empty, kind=_empty, annotation=_missing, default=_missing):
        return type(self)(self._name if name is _empty else name,
                          self._kind if kind is _empty else kind,
                          default=self._default if default is _missing else default,
                          annotation=self._annotation if annotation is _missing else annotation)

    if _version >= (3, 13):
        __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = f"{text}: {formatannotation(self._annotation)}"
        if self._default is not _empty:
            between = " = " if self._annotation is not _empty else "="
            text = f"{text}{between}{self._default!r}"
        return {_VAR_POSITIONAL: "*", _VAR_KEYWORD: "**"}.get(self._kind, "") + text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name, self._kind) == (other._name, other._kind) and \
            self._default == other._default and self._annotation == other._annotation


class BoundArguments:
    """Arguments sorted to their parameters."""

    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        result = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind == _VAR_POSITIONAL:
                result.extend(self.arguments[name])
            else:
                result.append(self.arguments[name])
        return tuple(result)

    @property
    def kwargs(self):
        result, started = {}, False
        for name, parameter in self._signature.parameters.items():
            if not started:
                if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
                else:
                    continue
            if name not in self.arguments:
                continue
            if parameter.kind == _VAR_KEYWORD:
                result.update(self.arguments[name])
            else:
                result[name] = self.arguments[name]
        return result

    def apply_defaults(self):
        complete = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif parameter.default is not _empty:
                complete[name] = parameter.default
            elif parameter.kind == _VAR_POSITIONAL:
                complete[name] = ()
            elif parameter.kind == _VAR_KEYWORD:
                complete[name] = {}
        self.arguments = complete

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"<BoundArguments ({shown})>"


class Signature:
    """The parameters of a callable, and what it says it returns."""

    __slots__ = ("_return_annotation", "_parameters")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self._return_annotation = return_annotation
        given = {}
        top, default_seen = _POSITIONAL_ONLY, False
        for parameter in parameters or ():
            kind = parameter.kind
            if kind < top:
                raise ValueError(f"wrong parameter order: {top.description} parameter before "
                                 f"{kind.description} parameter")
            if kind > top:
                top = kind
            if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if parameter.default is not _empty:
                    default_seen = True
                elif default_seen:
                    raise ValueError("non-default argument follows default argument")
            if parameter.name in given:
                raise ValueError(f"duplicate parameter name: {parameter.name!r}")
            given[parameter.name] = parameter
        self._parameters = types.MappingProxyType(OrderedDict(given))

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return signature(obj, follow_wrapped=follow_wrapped, eval_str=eval_str)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_missing, return_annotation=_missing):
        return type(self)(
            self._parameters.values() if parameters is _missing else parameters,
            return_annotation=self._return_annotation if return_annotation is _missing
            else return_annotation)

    if _version >= (3, 13):
        __replace__ = replace

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (list(self._parameters.values()) == list(other._parameters.values())
                and self._return_annotation == other._return_annotation)

    def _bind(self, args, kwargs, partial=False):
        bound = {}
        args, kwargs = list(args), dict(kwargs)
        by_name = {}
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind == _VAR_POSITIONAL:
                if args:
                    bound[name] = tuple(args)
                    args = []
            elif kind == _VAR_KEYWORD:
                by_name = name
            elif kind != _KEYWORD_ONLY and args:
                if name in kwargs and kind != _POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                bound[name] = args.pop(0)
            elif name in kwargs and kind != _POSITIONAL_ONLY:
                bound[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                if name in kwargs and kind == _POSITIONAL_ONLY:
                    raise TypeError(f"{name!r} parameter is positional only, but was passed as a "
                                    f"keyword")
                only = " keyword-only" if kind == _KEYWORD_ONLY and _version >= (3, 12) else ""
                raise TypeError(f"missing a required{only} argument: {name!r}")
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            if not by_name:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            bound[by_name] = kwargs
        ordered = {name: bound[name] for name in self._parameters if name in bound}
        return BoundArguments(self, ordered)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def format(self, *, max_width=None):
        parts, slash, star = [], False, True
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind == _POSITIONAL_ONLY:
                slash = True
            elif slash:
                parts.append("/")
                slash = False
            if kind == _VAR_POSITIONAL:
                star = False
            elif kind == _KEYWORD_ONLY and star:
                parts.append("*")
                star = False
            parts.append(str(parameter))
        if slash:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(parts) + "\n)"
        if self._return_annotation is not _empty:
            text += f" -> {formatannotation(self._return_annotation)}"
        return text

    def __str__(self):
        return self.format()

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"


def _of_function(function, eval_str):
    code = function.__code__
    names = code.co_varnames
    positional, only = code.co_argcount, code.co_posonlyargcount
    hints = get_annotations(function, eval_str=eval_str)
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    found = []
    for i, name in enumerate(names[:positional]):
        at = i - (positional - len(defaults))
        found.append(Parameter(name, _POSITIONAL_ONLY if i < only else _POSITIONAL_OR_KEYWORD,
                               default=defaults[at] if at >= 0 else _empty,
                               annotation=hints.get(name, _empty)))
    after = positional + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        name = names[after]
        found.append(Parameter(name, _VAR_POSITIONAL, annotation=hints.get(name, _empty)))
    for name in names[positional:after]:
        found.append(Parameter(name, _KEYWORD_ONLY, default=keyword_defaults.get(name, _empty),
                               annotation=hints.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        name = names[after + bool(code.co_flags & CO_VARARGS)]
        found.append(Parameter(name, _VAR_KEYWORD, annotation=hints.get(name, _empty)))
    return Signature(found, return_annotation=hints.get("return", _empty))


def _without_first(sig):
    parameters = list(sig.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if parameters[0].kind != _VAR_POSITIONAL:
        parameters.pop(0)
    return sig.replace(parameters=parameters)


def _of_enum(cls):
    """What makes an enumeration, or finds a member."""
    if _version >= (3, 12) and cls._member_names_:
        return Signature([Parameter("values", _VAR_POSITIONAL)])
    named = [Parameter(name, _KEYWORD_ONLY, default=default) for name, default in
             (("module", None), ("qualname", None), ("type", None), ("start", 1), ("boundary", None))]
    if _version < (3, 12):
        return Signature([Parameter("value", _POSITIONAL_OR_KEYWORD),
                          Parameter("names", _POSITIONAL_OR_KEYWORD, default=None), *named])
    return Signature([Parameter("new_class_name", _POSITIONAL_ONLY),
                      Parameter("names", _POSITIONAL_OR_KEYWORD), *named])


def _of_class(cls, eval_str):
    meta_call = None
    if type(cls).__module__ == "enum":
        return _of_enum(cls)
    for base in type(cls).__mro__:
        if "__call__" in base.__dict__:
            meta_call = base.__dict__["__call__"] if base is not type else None
            break
    if isfunction(meta_call):
        return _without_first(_of_function(meta_call, eval_str))
    for base in cls.__mro__:
        for name in ("__new__", "__init__"):
            found = base.__dict__.get(name)
            found = getattr(found, "__func__", found)
            if isfunction(found) and not is_in_c(base):
                return _without_first(signature(found, eval_str=eval_str))
    for base in cls.__mro__[:-1]:
        if base.__text_signature__:
            return _of_text(base, base.__text_signature__)
    if issubclass(cls, type):
        raise ValueError(f"callable {cls!r} is not supported by signature")
    if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
        return _of_builtin(object)
    raise ValueError(f"no signature found for builtin type {cls!r}")


# ---- of what is in C ---------------------------------------------------------------------------


def _of_text(obj, text):
    """A signature as __text_signature__ has it; the first parameter may be marked as bound."""
    from _machine import run_source
    if "<" in text:
        raise ValueError(f"{obj!r} builtin has invalid signature")
    module = sys.modules.get(getattr(obj, "__module__", None))
    names, made = {**sys.modules, **getattr(module, "__dict__", {})}, {}
    try:
        run_source(f"def made{text.replace('$', '')}: pass", names, made)
    except SyntaxError:
        raise ValueError(f"{obj!r} builtin has invalid signature") from None
    sig = _of_function(made["made"], False)
    if "$" not in text:
        return sig
    parameters = list(sig.parameters.values())
    if "$module" in text or getattr(obj, "__self__", None) is not None:
        return sig.replace(parameters=parameters[1:])
    parameters[0] = parameters[0].replace(kind=_POSITIONAL_ONLY)
    return sig.replace(parameters=parameters)


def _of_builtin(obj):
    text = obj.__text_signature__ if hasattr(obj, "__text_signature__") else None
    if not text:
        raise ValueError(f"no signature found for builtin {obj!r}")
    return _of_text(obj, text)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if ismethod(obj):
        return _without_first(signature(obj.__func__, follow_wrapped=follow_wrapped,
                                        eval_str=eval_str))
    if follow_wrapped and (_version < (3, 13) or not isclass(obj)):
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or ismethod(f))
        if ismethod(obj):
            return signature(obj, eval_str=eval_str)
    own = getattr(obj, "__signature__", None)
    if isinstance(own, Signature):
        return own
    if isfunction(obj):
        return _of_function(obj, eval_str)
    if type(obj).__name__ == "partial" and hasattr(obj, "func"):
        return _of_partial(obj, eval_str)
    if isbuiltin(obj) or ismethoddescriptor(obj) or ismethodwrapper(obj) or obj in (type, object):
        return _of_builtin(obj)
    if isclass(obj):
        return _of_class(obj, eval_str)
    call = getattr(type(obj), "__call__", None)
    if isfunction(call):
        return _without_first(_of_function(call, eval_str))
    if _version >= (3, 13) and type(obj).__module__ == "operator" and type(obj).__text_signature__:
        return _of_text(obj, "(obj, /)")  # itemgetter(1) and its like
    raise ValueError(f"callable {obj!r} is not supported by signature")


def _of_partial(partial, eval_str):
    sig = signature(partial.func, eval_str=eval_str)
    given = sig.bind_partial(*partial.args, **partial.keywords).arguments
    result, by_name = [], False
    for name, parameter in sig.parameters.items():
        if name not in given:
            if by_name and parameter.kind == _POSITIONAL_OR_KEYWORD:
                parameter = parameter.replace(kind=_KEYWORD_ONLY)
            if not (by_name and parameter.kind == _VAR_POSITIONAL):
                result.append(parameter)
            continue
        if parameter.kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            result.append(parameter)
        elif name in partial.keywords:
            by_name = True
            kind = _KEYWORD_ONLY
            result.append(parameter.replace(default=given[name], kind=kind))
    return sig.replace(parameters=result)


class FullArgSpec(tuple):
    __slots__ = ()
    _fields = ("args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults",
               "annotations")

    def __new__(cls, *values):
        return tuple.__new__(cls, values)

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self))
        return f"FullArgSpec({shown})"


for _at, _name in enumerate(FullArgSpec._fields):
    setattr(FullArgSpec, _name, property(lambda self, _at=_at: self[_at]))


def getfullargspec(func):
    """The parameters of a function, the method's first one included."""
    if ismethod(func):
        func = func.__func__
    try:
        sig = signature(func, follow_wrapped=False)
    except Exception as ex:
        raise TypeError("unsupported callable") from ex
    args, kwonly, defaults, kwdefaults = [], [], (), {}
    varargs = varkw = None
    hints = {}
    if sig.return_annotation is not _empty:
        hints["return"] = sig.return_annotation
    for name, parameter in sig.parameters.items():
        kind = parameter.kind
        if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(name)
            if parameter.default is not _empty:
                defaults += (parameter.default,)
        elif kind == _VAR_POSITIONAL:
            varargs = name
        elif kind == _KEYWORD_ONLY:
            kwonly.append(name)
            if parameter.default is not _empty:
                kwdefaults[name] = parameter.default
        else:
            varkw = name
        if parameter.annotation is not _empty:
            hints[name] = parameter.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonly, kwdefaults or None, hints)


def _listed(names):
    names = [repr(name) for name in names]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _too_many(name, args, kwonly, varargs, defaults, given, values):
    at_least = len(args) - defaults
    if varargs:
        plural, takes = at_least != 1, f"at least {at_least}"
    elif defaults:
        plural, takes = True, f"from {at_least} to {len(args)}"
    else:
        plural, takes = len(args) != 1, str(len(args))
    only = len([arg for arg in kwonly if arg in values])
    more = "" if not only else (f" positional argument{'s' if given != 1 else ''} (and {only} "
                                f"keyword-only argument{'s' if only != 1 else ''})")
    raise TypeError(f"{name}() takes {takes} positional argument{'s' if plural else ''} but {given}"
                    f"{more} {'was' if given == 1 and not only else 'were'} given")


def _check_missing(name, needed, kind, values):
    missing = [arg for arg in needed if arg not in values]
    if missing:
        raise TypeError(f"{name}() missing {len(missing)} required {kind} "
                        f"argument{'' if len(missing) == 1 else 's'}: {_listed(missing)}")


def getcallargs(func, /, *positional, **named):
    """What each parameter would get in such a call, or the TypeError of one."""
    args, varargs, varkw, defaults, kwonly, kwdefaults, _ = getfullargspec(func)
    name = func.__name__
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
    defaults = defaults or ()
    values = dict(zip(args, positional))
    if varargs:
        values[varargs] = tuple(positional[len(args):])
    if varkw:
        values[varkw] = {}
    for key, value in named.items():
        if key not in args and key not in kwonly:
            if not varkw:
                raise TypeError(f"{name}() got an unexpected keyword argument {key!r}")
            values[varkw][key] = value
        elif key in values:
            raise TypeError(f"{name}() got multiple values for argument {key!r}")
        else:
            values[key] = value
    if len(positional) > len(args) and not varargs:
        _too_many(name, args, kwonly, varargs, len(defaults), len(positional), values)
    if len(positional) < len(args):
        _check_missing(name, args[:len(args) - len(defaults)], "positional", values)
        for arg, default in zip(args[len(args) - len(defaults):], defaults):
            values.setdefault(arg, default)
    kwdefaults = kwdefaults or {}
    values |= {arg: kwdefaults[arg] for arg in kwonly if arg in kwdefaults and arg not in values}
    _check_missing(name, kwonly, "keyword-only", values)
    return values
