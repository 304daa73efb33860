# What help(object) prints of what the program has made.  Texts that are CPython's own, the docstrings of
# builtin types and what classes inherit of them, are refused.

import inspect
import re
import reprlib
import sys
from _machine import is_in_c, refuse

_version = sys.version_info[:2]
_RULE = "-" * 70
_NOT_SHOWN = {"__author__", "__builtins__", "__cached__", "__credits__", "__date__", "__doc__", "__docformat__",
              "__file__", "__loader__", "__module__", "__name__", "__package__", "__path__", "__qualname__",
              "__slots__", "__spec__", "__version__"}
if _version >= (3, 13):
    _NOT_SHOWN |= {"__static_attributes__", "__firstlineno__"}
_DEFINED = " (if defined)" if sys.version_info[:3] < (3, 11, 4) else ""
_DESCRIPTORS = {"__dict__": "dictionary for instance variables" + _DEFINED,
                "__weakref__": "list of weak references to the object" + _DEFINED}


def show(*args, **kwds):
    """help(): what it is, and what is known of it."""
    if not args and not kwds:
        refuse("help() without an object, which asks questions")
    object, = args
    if isinstance(object, str):
        refuse("help() on topics")
    if inspect.ismodule(object):
        refuse("help() on a module")
    sys.stdout.write(_page(object) + "\n")


def _page(object):
    kind = _kind(object)
    name = getattr(object, "__name__", None)
    module = inspect.getmodule(object)
    if name and "." in name:
        kind += " in " + name[:name.rfind(".")]
    elif module:
        kind += " in module " + module.__name__
    if not (inspect.isclass(object) or inspect.isroutine(object) or inspect.isdatadescriptor(object)):
        object, kind = type(object), kind + " object"
    return f"Help on {kind}:\n\n" + _document(object, getattr(object, "__name__", None) if kind[-7:] != " object"
                                             else None)


def _kind(object):
    if inspect.isbuiltin(object) or inspect.isgetsetdescriptor(object) or inspect.ismemberdescriptor(object):
        refuse("help() on what CPython documents")
    if inspect.isclass(object):
        return "class " + object.__name__
    if inspect.isfunction(object):
        return "function " + object.__name__
    return "method " + object.__name__ if inspect.ismethod(object) else type(object).__name__


def _document(object, name=None, cls=None):
    if inspect.isclass(object):
        return _class(object, name)
    if inspect.isroutine(object) and hasattr(object, "__name__"):
        return _routine(object, name, cls)
    return _property(object, name) if inspect.isdatadescriptor(object) else _value(object, name)


# ---- texts ---------------------------------------------------------------------------------------


def _indent(text, prefix="    "):
    lines = [prefix + line for line in text.split("\n")]
    if _version >= (3, 12):
        return "\n".join(line.rstrip() for line in lines)
    return "\n".join(lines[:-1] + [lines[-1].rstrip()])


def _doc(object):
    text = (object.__dict__.get("__doc__") and inspect.getdoc(object)) if inspect.isclass(object) else \
        inspect.getdoc(object)
    text = text or inspect.getcomments(object) or ""
    return re.sub("^ *\n", "", text.rstrip())


def _class_name(cls, module):
    return cls.__name__ if cls.__module__ == module else cls.__module__ + "." + cls.__name__


class _Short(reprlib.Repr):
    """Values as they fit on a line."""

    def __init__(self):
        super().__init__()
        self.maxlist = self.maxtuple = 20
        self.maxdict = 10
        self.maxstring = self.maxother = 100

    def repr1(self, x, level):
        special = getattr(self, "repr_" + "_".join(type(x).__name__.split()), None)
        if special:
            return special(x, level)
        return self._crammed(re.sub(r" at 0x[0-9a-f]{6,16}(>+)$", r"\1", repr(x)), self.maxother)

    def repr_str(self, x, level):
        short = self._crammed(x, self.maxstring)
        text = repr(short)
        if "\\" in short and "\\" not in text.replace(r"\\", ""):
            return "r" + text[0] + short + text[0]
        return text

    @staticmethod
    def _crammed(text, most):
        if len(text) <= most:
            return text
        before = (most - 3) // 2
        return text[:before] + "..." + text[len(text) - (most - 3 - before):]


_short = _Short()


# ---- functions, properties, data -----------------------------------------------------------------


def _heading(object, name):
    try:
        signature = inspect.signature(object)
    except (TypeError, ValueError):
        return "(...)"
    own = getattr(object, "__name__", "")
    if _version >= (3, 13) and own != "<lambda>":
        return signature.format(max_width=80 - len(own))
    return str(signature)


def _note(object, cls):
    owner = getattr(object, "__self__", None)
    if owner is None or inspect.ismodule(owner):
        return ""
    of_class = _version >= (3, 13) and inspect.isclass(owner)
    home = owner if of_class else type(owner)
    called = _class_name(home, None)
    if cls is not None:
        return "" if home is cls else " from " + called
    return f" class method of {called}" if of_class else f" method of {called} instance"


def _routine(object, name, cls):
    own = object.__name__
    parameters = _heading(object, own)
    title, alone = name or own, False
    if own == "<lambda>":
        title, parameters = title + " lambda ", parameters[1:-1]
    elif title != own:
        alone = cls is not None and inspect.getattr_static(cls, own, None) is object
        title = f"{title} = {own}"
    if inspect.iscoroutinefunction(object) or inspect.isasyncgenfunction(object):
        title = "async " + title
    line = title + parameters + _note(object, cls)
    text = "" if alone else _doc(object)
    return line + "\n" + (_indent(text).rstrip() + "\n" if text else "")


def _property(object, name):
    text = _DESCRIPTORS.get(name) if inspect.isgetsetdescriptor(object) else \
        "" if inspect.ismemberdescriptor(object) else _doc(object)
    return (name + "\n" if name else "") + (_indent(text) + "\n" if text else "")


def _value(object, name, most=None):
    text = _short.repr(object)
    room = most - len(f"{name} = {text}") if most else 0
    line = f"{name} = {text[:room] + '...' if room < 0 else text}"
    kind = type(object)
    own = inspect.isclass(object) or not is_in_c(kind) and object.__doc__ != kind.__doc__
    doc = _doc(object) if own else ""
    return line + ("\n" + _indent(doc) + "\n" if doc else "")


# ---- classes -------------------------------------------------------------------------------------


def _is_shown(name, cls):
    if name in _NOT_SHOWN:
        return False
    if name.startswith("__") and name.endswith("__"):
        return True
    return not name.startswith("_") or hasattr(cls, "_fields")


def _attributes(cls):
    """(name, kind, class, value) of what is shown, sorted, fields first."""
    found = []
    for name, kind, home, value in inspect.classify_class_attrs(cls):
        if inspect.isdatadescriptor(value):
            readonly = isinstance(value, property) and value.fset is None
            kind = "readonly property" if readonly else "data descriptor"
        if home is not object and _is_shown(name, cls):
            found.append((name, kind, home, value))
    fields = list(getattr(cls, "_fields", ()))
    return sorted(found, key=lambda it: (fields.index(it[0]) - len(fields) if it[0] in fields else 0, it[0]))


_GROUPS = (("Methods", "method"), ("Class methods", "class method"), ("Static methods", "static method"),
           ("Readonly properties", "readonly property"), ("Data descriptors", "data descriptor"),
           ("Data and other attributes", "data"))


def _shown(cls, name, kind, value):
    if "method" in kind:
        return _document(getattr(cls, name), name, cls)
    if kind == "data":
        return _value(getattr(cls, name), name, 70) + "\n"
    return _property(value, name)


def _class(cls, name):
    module, mro = cls.__module__, inspect.getmro(cls)
    if is_in_c(cls) or any(is_in_c(base) for base in mro[:-1]):
        refuse("help() on classes that are derived from builtin ones")
    name = name or cls.__name__
    title = f"class {name}" if name == cls.__name__ else f"{name} = class {cls.__name__}"
    parts = []
    heading = _heading(cls, name)
    if heading not in ("()", "(...)"):
        parts.append(name + heading + "\n")
    if _doc(cls):
        parts.append(_doc(cls) + "\n")
    if len(mro) > 2:
        parts += ["Method resolution order:", *["    " + _class_name(base, module) for base in mro], ""]
    attributes, ruled = _attributes(cls), False
    for home in mro:
        whose = "defined here" if home is cls else "inherited from " + _class_name(home, module)
        for group, kind in _GROUPS:
            those = [it for it in attributes if it[1] == kind and it[2] is home]
            if those:
                parts += [_RULE] * ruled + [f"{group} {whose}:\n"]
                parts += [_shown(cls, it[0], kind, it[3]) for it in those]
                ruled = True
    bases = ", ".join(_class_name(base, module) for base in cls.__bases__)
    text = "\n".join(parts)
    return f"{title}({bases})\n" + (_indent(text.rstrip(), " |  ") + "\n" if text else "")
