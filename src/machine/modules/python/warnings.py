# warnings: what is worth saying and no error.
#
# The list of filters is searched from the front; the first that fits says what happens. Once shown,
# a warning is noted in the registry of the module that it came from. What the machine itself warns of
# (warnings.c) looks into the same filters once a program has imported this.

import sys
from _machine import caller_place, source_line

_version = sys.version_info[:2]

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings",
           "simplefilter", "resetwarnings", "catch_warnings"]
if _version >= (3, 13):
    __all__.append("deprecated")

# (action, message pattern or None, category, module pattern or None, line or 0), the first that fits
filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
defaultaction = "default"
onceregistry = {}
_changes = 0


class WarningMessage:
    """What catch_warnings(record=True) collects."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category = message, category
        self.filename, self.lineno, self.file, self.line = filename, lineno, file, line
        self.source, self._category_name = source, category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, "
                f"filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}")


def _text_of(warning):
    text = f"{warning.filename}:{warning.lineno}: {warning.category.__name__}: {warning.message}\n"
    line = warning.line
    if line is None:
        line = _lines.get((warning.filename, warning.lineno), "")
    line = line.strip()
    text = f"{text}  {line}\n" if line else text
    if warning.source is not None:
        text += (f"{warning.category.__name__}: Enable tracemalloc to get the object allocation "
                 "traceback\n")
    return text


_lines = {}  # of the places that have warned


def formatwarning(message, category, filename, lineno, line=None):
    return _text_of(WarningMessage(message, category, filename, lineno, None, line))


_own_format = formatwarning


def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or sys.stderr).write(formatwarning(message, category, filename, lineno, line))


_own_show = showwarning


def _show(warning):
    if showwarning is not _own_show:
        showwarning(warning.message, warning.category, warning.filename, warning.lineno,
                    warning.file, warning.line)
    elif formatwarning is not _own_format:
        sys.stderr.write(formatwarning(warning.message, warning.category, warning.filename,
                                       warning.lineno, warning.line))
    else:
        sys.stderr.write(_text_of(warning))


_showwarnmsg_impl = _show


# ---- filters -----------------------------------------------------------------------------------


def _add(item, append):
    global _changes
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _changes += 1


_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


def _check_action(action):
    if action not in _ACTIONS:
        raise (ValueError if _version >= (3, 12) else AssertionError)(f"invalid action: {action!r}")


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """What is to become of warnings of a certain kind."""
    _check_action(action)
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise (TypeError if _version >= (3, 12) else AssertionError)(
            "category must be a Warning subclass")
    _add((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check_action(action)
    _add((action, None, category, None, lineno), append)


def resetwarnings():
    global _changes
    filters.clear()
    _changes += 1


def _fits(pattern, text, ignore_case):
    if pattern is None or pattern == text:
        return True
    import re
    return re.match(pattern, text, re.I if ignore_case else 0) is not None


def _action_for(text, category, module, lineno):
    for action, message, kind, place, line in filters:
        if issubclass(category, kind) and (line == 0 or line == lineno) and \
                _fits(message, text, True) and (place is None or _fits(place, module, False)):
            return action
    return defaultaction


# ---- warning -----------------------------------------------------------------------------------


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Tells of something that is not wrong yet."""
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError(f"category must be a Warning subclass, not "
                        f"'{type(category).__name__}'")
    filename, lineno, namespace, code = caller_place(stacklevel)
    if code is not None:
        _lines[filename, lineno] = source_line(code, lineno)
    registry = namespace.setdefault("__warningregistry__", {})
    try:
        _tell(message, category, filename, lineno, namespace.get("__name__", "<string>"), registry,
              source)
    finally:
        message = None          # an exception would lead to this frame, and it to that


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    try:
        _tell(message, category, filename, int(lineno), module,
              {} if registry is None else registry, source)
    finally:
        message = None


def _tell(message, category, filename, lineno, module, registry, source):
    if registry.get("version") != _changes:
        registry.clear()
        registry["version"] = _changes
    text, warning = (str(message), message) if isinstance(message, Warning) else (message, category(message))
    if warning is message:
        category = message.__class__
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = _action_for(text, category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        try:
            raise warning
        finally:
            message = warning = None
    if action == "once":
        registry[key] = 1
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = 1
    elif action == "module":
        registry[key] = 1
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = 1
    elif action == "default":
        registry[key] = 1
    _show(WarningMessage(warning, category, filename, lineno, source=source))


class catch_warnings:
    """Puts the filters back behind the block; record=True collects what is told meanwhile."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = ["record=True"] if self._record else []
        return f"catch_warnings({', '.join(args)})"

    def __enter__(self):
        global _show, _changes, showwarning
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._saved = filters[:], _show, showwarning
        _changes += 1
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        _show = log.append
        showwarning = _own_show
        return log

    def __exit__(self, *exc_info):
        global _show, _changes, showwarning
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:], _show, showwarning = self._saved
        _changes += 1


if _version >= (3, 13):
    class deprecated:
        """Marks a class or function that should not be used any more."""

        def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
            if not isinstance(message, str):
                raise TypeError(f"Expected an object of type str for 'message', not "
                                f"{type(message).__name__!r}")
            self.message = message
            self.category = category
            self.stacklevel = stacklevel

        def __call__(self, arg, /):
            message, category, level = self.message, self.category, self.stacklevel
            if category is None:
                arg.__deprecated__ = message
                return arg
            if isinstance(arg, type):
                original = arg.__new__

                def __new__(cls, /, *args, **kwargs):
                    if cls is arg:
                        warn(message, category=category, stacklevel=level)
                    if original is not object.__new__:
                        return original(cls, *args, **kwargs)
                    if cls.__init__ is object.__init__ and (args or kwargs):
                        raise TypeError(f"{cls.__name__}() takes no arguments")
                    return original(cls)

                arg.__new__ = staticmethod(__new__)
                arg.__deprecated__ = __new__.__deprecated__ = message
                return arg
            import functools

            @functools.wraps(arg)
            def wrapper(*args, **kwargs):
                warn(message, category=category, stacklevel=level)
                return arg(*args, **kwargs)

            arg.__deprecated__ = wrapper.__deprecated__ = message
            return wrapper
