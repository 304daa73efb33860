# Attributes of builtin types: fields of the C struct are members, the others getsets.
import collections
import functools
import re
import types


class Slotted:
    __slots__ = ("own",)


def f():
    pass


NAMES = [(slice, "start"), (slice, "step"), (range, "stop"), (complex, "real"), (int, "real"), (float, "imag"),
         (property, "fget"), (super, "__thisclass__"), (OSError, "errno"),
         (SyntaxError, "lineno"), (StopIteration, "value"), (SystemExit, "code"), (ImportError, "name"),
         (NameError, "name"), (AttributeError, "obj"), (BaseException, "__traceback__"), (BaseException, "args"),
         (BaseException, "__suppress_context__"), (BaseExceptionGroup, "exceptions"), (types.FunctionType, "__closure__"),
         (types.FunctionType, "__code__"), (types.FunctionType, "__globals__"), (types.FunctionType, "__doc__"),
         (types.FunctionType, "__module__"), (types.FunctionType, "__name__"), (types.MethodType, "__func__"),
         (types.MethodType, "__self__"), (types.CodeType, "co_argcount"), (types.CodeType, "co_varnames"),
         (collections.defaultdict, "default_factory"), (collections.deque, "maxlen"), (functools.partial, "func"),
         (re.Pattern, "pattern"), (re.Pattern, "groupindex"), (re.Match, "re"), (re.Match, "lastgroup"),
         (staticmethod, "__func__"), (classmethod, "__wrapped__"), (types.TracebackType, "tb_frame"),
         (types.TracebackType, "tb_next"), (Slotted, "own"), (UnicodeDecodeError, "reason")]
for cls, name in NAMES:
    found = vars(cls)[name]
    print(found, type(found).__name__, isinstance(found, types.MemberDescriptorType), found.__name__,
          found.__objclass__ is cls, found.__qualname__)

for o, name in ((slice(1), "start"), (range(3), "stop"), (1j, "real"), (3, "real"), (property(), "fget"),
                (re.compile("a"), "pattern"), (functools.partial(f), "func"), (f, "__closure__"), (f, "__globals__"),
                (collections.deque(), "maxlen"), ([].append, "__name__")):
    for change in (lambda: setattr(o, name, 1)), (lambda: delattr(o, name)):
        try:
            change()
        except (AttributeError, TypeError) as e:
            print(type(o).__name__, name, type(e).__name__, e)

f.__doc__ = "text"
print(f.__doc__, vars(types.FunctionType)["__doc__"].__get__(f))
e = OSError(2, "gone")
e.errno = 5
print(e.errno, vars(OSError)["errno"].__get__(e, OSError), vars(slice)["stop"].__get__(slice(7)))
try:
    vars(slice)["stop"].__get__(3)
except TypeError as e:
    print(e)
