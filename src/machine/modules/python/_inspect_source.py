# Where things stand in the program's text, and the frames of its calls: half of the module inspect.

import sys
import types
from collections import namedtuple
from _machine import code_text, frame_position, traceback_position

_version = sys.version_info[:2]


# ---- the text of a thing -----------------------------------------------------------------------


def _kind_error(object):
    return TypeError("module, class, method, function, traceback, frame, or code object was "
                     f"expected, got {type(object).__name__}")


def _code_of(object):
    """The code of whatever has one; None of anything else."""
    if isinstance(object, types.MethodType):
        object = object.__func__
    if isinstance(object, types.FunctionType):
        return object.__code__
    if isinstance(object, types.TracebackType):
        object = object.tb_frame
    if isinstance(object, types.FrameType):
        return object.f_code
    return object if isinstance(object, types.CodeType) else None


def getfile(object):
    """The file that something was defined in."""
    if isinstance(object, types.ModuleType):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isinstance(object, type):
        module = sys.modules.get(getattr(object, "__module__", None))
        if getattr(module, "__file__", None):
            return module.__file__
        if getattr(object, "__module__", None) == "__main__":
            raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    code = _code_of(object)
    if code is None:
        raise _kind_error(object)
    return code.co_filename


def getsourcefile(object):
    return getfile(object)


def getabsfile(object, _filename=None):
    return getfile(object) if _filename is None else _filename


def getmodulename(path):
    """"b" of "/a/b.py"; None if it is no file of a module."""
    name = path.rpartition("/")[2]
    for suffix in (".py", ".pyc"):
        if name.endswith(suffix):
            return name[:-len(suffix)]
    return None


def _lines_of(object):
    code = _code_of(object)
    if code is None:
        module = object if isinstance(object, types.ModuleType) else \
            sys.modules.get(object.__module__)
        text = code_text(module)
    else:
        text = code_text(code)
    if not text:
        raise OSError("could not get source code")
    return [line + "\n" for line in text.removesuffix("\n").split("\n")]


# ---- logical lines -----------------------------------------------------------------------------


class _Scanner:
    """Reads physical lines; what of brackets and strings is open goes on in the next one."""

    def __init__(self):
        self.depth = 0
        self.quote = None  # the three quotes that an open string began with

    def read(self, line):
        """Is the logical line still open at the end of this one?"""
        i = 0
        while i < len(line):
            char = line[i]
            if self.quote:
                if char == "\\":
                    i += 1
                elif line.startswith(self.quote, i):
                    i += len(self.quote) - 1
                    self.quote = None
            elif char in "\"'":
                self.quote = char * 3 if line.startswith(char * 3, i) else char
                i += len(self.quote) - 1
            elif char == "#":
                break
            elif char in "([{":
                self.depth += 1
            elif char in ")]}":
                self.depth -= 1
            i += 1
        continued = line.endswith("\\\n")
        if self.quote and len(self.quote) == 1 and not continued:
            self.quote = None
        return self.quote is not None or self.depth > 0 or continued


def _indent(line):
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def indentsize(line):
    return _indent(line)


def _logical(lines, start=0):
    """(first, behind the last, text of the first without indentation) of each that is not empty."""
    at = start
    while at < len(lines):
        first, scanner = at, _Scanner()
        open_ = scanner.read(lines[at])
        at += 1
        while open_ and at < len(lines):
            open_ = scanner.read(lines[at])
            at += 1
        text = lines[first].strip()
        if text and not text.startswith("#"):
            yield first, at, text


def _words(text):
    """The names and keywords that a line begins with."""
    word, words = "", []
    for char in text + "\n":
        if char.isalnum() or char == "_":
            word += char
        else:
            words.append(word)
            word = ""
            if char != " ":
                break
    return words


def _defines(text):
    """The name of the class or function that a line begins, and "class" or "def"."""
    words = _words(text)
    if words[0] == "async":
        words = words[1:]
    return (words[0], words[1]) if len(words) > 1 and words[0] in ("class", "def") else (None, None)


def getblock(lines):
    """The lines of the definition that they begin with, decorators included."""
    end, header = 0, None
    for first, behind, text in _logical(lines):
        indent = _indent(lines[first])
        if header is None:
            end = behind
            if not text.startswith("@"):
                if _defines(text)[0] is None:
                    break  # a lambda, and the line it stands in
                header, body = indent, None
            continue
        if indent <= header:
            end = _with_comments(lines, end, first, body)
            break
        if body is None:
            body = indent
        end = behind
    else:
        if header is not None:
            end = _with_comments(lines, end, len(lines), body)
    return lines[:end]


def _with_comments(lines, end, stop, body):
    """Comments below the last statement belong to the block if they are indented like it."""
    for i in range(end, stop):
        if body is not None and lines[i].strip().startswith("#") and _indent(lines[i]) >= body:
            end = i + 1
    return end


def _line_of_class(cls, lines):
    """Where a class begins: since 3.13 it knows; before, the first of its name."""
    if _version >= (3, 13):
        try:
            return vars(cls)["__firstlineno__"] - 1
        except (TypeError, KeyError):
            raise OSError("source code not available")
    path, stack, decorator = cls.__qualname__.split("."), [], None
    for first, _, text in _logical(lines):
        indent = _indent(lines[first])
        if text.startswith("@"):
            decorator = first if decorator is None else decorator
            continue
        while stack and stack[-1][0] >= indent:
            stack.pop()
        kind, name = _defines(text)
        if kind is not None:
            names = [part for _, parts in stack for part in parts] + [name]
            if kind == "class" and names == path:
                return first if decorator is None else decorator
            stack.append((indent, [name] if kind == "class" else [name, "<locals>"]))
        decorator = None
    raise OSError("could not find class definition")


def findsource(object):
    """All lines of the file, and the number of the one where it begins, from 0."""
    getfile(object)
    lines = _lines_of(object)
    if isinstance(object, types.ModuleType):
        return lines, 0
    if isinstance(object, type):
        return lines, _line_of_class(object, lines)
    at = _code_of(object).co_firstlineno - 1
    if at >= len(lines):
        raise OSError("lineno is out of bounds")
    return lines, max(at, 0)


def getsourcelines(object):
    """The lines of its definition, and the number of the first."""
    object = _unwrapped(object)
    lines, at = findsource(object)
    if isinstance(object, types.TracebackType):
        object = object.tb_frame
    of_frame = isinstance(object, types.FrameType) and object.f_code.co_name == "<module>"
    whole = of_frame or isinstance(object, types.ModuleType)
    return (lines, 0) if whole else (getblock(lines[at:]), at + 1)


def _unwrapped(object):
    while hasattr(object, "__wrapped__"):
        object = object.__wrapped__
    return object


def getsource(object):
    return "".join(getsourcelines(object)[0])


def getcomments(object):
    """The comments right above."""
    try:
        lines, at = findsource(object)
    except (OSError, TypeError):
        return None
    if isinstance(object, types.ModuleType):
        at = 1 if lines and lines[0][:2] == "#!" else 0
        while at < len(lines) and lines[at].strip() in ("", "#"):
            at += 1
        end = at
        while end < len(lines) and lines[end][:1] == "#":
            end += 1
        return "".join(line.expandtabs() for line in lines[at:end]) or None
    indent, first = _indent(lines[at]), at
    while first and lines[first - 1].lstrip()[:1] == "#" and _indent(lines[first - 1]) == indent:
        first -= 1
    comments = [line.expandtabs().lstrip() for line in lines[first:at]]
    while comments and comments[0].strip() == "#":
        comments.pop(0)
    while comments and comments[-1].strip() == "#":
        comments.pop()
    return "".join(comments) or None


# ---- frames ------------------------------------------------------------------------------------

_Positions = namedtuple("Positions", "lineno end_lineno col_offset end_col_offset",
                        defaults=(None,) * 4, module="dis")


def _tuple_with_positions(name, fields):
    """A named tuple with an attribute beside its items."""
    base = namedtuple("_" + name, fields, module="inspect")

    def __new__(cls, *values, positions=None):
        made = base.__new__(cls, *values)
        made.positions = positions
        return made

    def __repr__(self):
        items = [f"{field}={getattr(self, field)!r}" for field in base._fields]
        return f"{name}({', '.join(items)}, positions={self.positions!r})"

    return type(name, (base,), {"__new__": __new__, "__repr__": __repr__,
                                "__module__": "inspect", "__qualname__": name})


FrameInfo = _tuple_with_positions("FrameInfo", "frame filename lineno function code_context index")
Traceback = _tuple_with_positions("Traceback", "filename lineno function code_context index")


def currentframe():
    return sys._getframe()


def getlineno(frame):
    return frame.f_lineno


def getframeinfo(frame, context=1):
    """Where a frame or traceback stands, with lines around it."""
    if isinstance(frame, types.TracebackType):
        line, position, frame = frame.tb_lineno, traceback_position(frame), frame.tb_frame
    elif isinstance(frame, types.FrameType):
        line, position = frame.f_lineno, frame_position(frame)
    else:
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    lines = index = None
    if context > 0:
        try:
            all_lines = _lines_of(frame)
        except OSError:
            pass
        else:
            start = max(0, min(line - 1 - context // 2, len(all_lines) - context))
            lines, index = all_lines[start:start + context], line - 1 - start
    return Traceback(frame.f_code.co_filename, line, frame.f_code.co_name, lines, index,
                     positions=_Positions(*position))


def _frame_info(frame, place):
    return FrameInfo(frame, *place, positions=place.positions)


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(_frame_info(frame, getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(_frame_info(tb.tb_frame, getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(sys._getframe(), context)


def trace(context=1):
    e = sys.exception()
    return getinnerframes(e.__traceback__ if e else None, context)


Arguments = namedtuple("Arguments", "args varargs varkw", module="inspect")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals", module="inspect")


def getargs(co):
    """The names of a code object's parameters."""
    if not isinstance(co, types.CodeType):
        raise TypeError(f"{co!r} is not a code object")
    names, count = co.co_varnames, co.co_argcount + co.co_kwonlyargcount
    rest = list(names[count:])
    varargs = rest.pop(0) if co.co_flags & 4 else None
    varkw = rest.pop(0) if co.co_flags & 8 else None
    return Arguments(list(names[:count]), varargs, varkw)


def getargvalues(frame):
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs="*{}".format,
                    formatvarkw="**{}".format, formatvalue="={!r}".format):
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return "(" + ", ".join(parts) + ")"


# ---- classes and closures ----------------------------------------------------------------------

Attribute = namedtuple("Attribute", "name kind defining_class object", module="inspect")


def getclasstree(classes, unique=False):
    """The classes as nested lists: each followed by the list of those below it."""
    children, roots = {}, []
    for cls in classes:
        if cls.__bases__:
            for base in cls.__bases__:
                children.setdefault(base, [])
                if cls not in children[base]:
                    children[base].append(cls)
                if unique and base in classes:
                    break
        elif cls not in roots:
            roots.append(cls)
    roots += [base for base in children if base not in classes]
    return walktree(roots, children, None)


def walktree(classes, children, parent):
    tree = []
    for cls in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        tree.append((cls, cls.__bases__))
        if cls in children:
            tree.append(walktree(children[cls], children, cls))
    return tree


ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound", module="inspect")


def getclosurevars(func):
    """What the free names of a function refer to."""
    if isinstance(func, types.MethodType):
        func = func.__func__
    if not isinstance(func, types.FunctionType):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    cells = func.__closure__ or ()
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, cells)}
    builtins = func.__globals__.get("__builtins__", {})
    if isinstance(builtins, types.ModuleType):
        builtins = builtins.__dict__
    known, built, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in func.__globals__:
            known[name] = func.__globals__[name]
        elif name in builtins:
            built[name] = builtins[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, known, built, unbound)
