# What CPython's start has made, and a program meets only among the subclasses of builtin exceptions.

from io import UnsupportedOperation
from sys import version_info as _version


def _made(name, module, *bases):
    cls = type(name, bases, {"__module__": module})
    cls.__qualname__ = name
    return cls


made = []
if _version >= (3, 13):
    made += [_made("_IncompleteInputError", "builtins", SyntaxError),
             _made("InterpreterError", "interpreters", Exception),
             _made("NotShareableError", "interpreters", ValueError)]
    made.append(_made("InterpreterNotFoundError", "interpreters", made[1]))
made += [_made("_DeadlockError", "_frozen_importlib", RuntimeError),
         _made("ZipImportError", "zipimport", ImportError),
         _made("CodecRegistryError", "encodings", LookupError, SystemError),
         UnsupportedOperation,
         _made("itimer_error", "signal", OSError)]
