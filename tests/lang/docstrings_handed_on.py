"""The docstrings of what is builtin, given to functions and classes of the program's own, unread."""
import functools


def shortest(items):
    return min(items, key=len)


shortest.__doc__ = min.__doc__
print(type(shortest.__doc__), isinstance(shortest.__doc__, str), shortest.__doc__ is None, bool(shortest.__doc__))
shortest.__doc__ = functools.reduce.__doc__ or functools.wraps.__doc__


@functools.wraps(len)
def count(items):
    return len(items)


class Table(dict):
    __doc__ = dict.__doc__
    put = property(None, None, None, list.append.__doc__)


class Curried:
    def __init__(self, function):
        self.function = function
        self.__doc__ = getattr(function, "__doc__", None)


print(count.__name__, count([1, 2]), type(count.__doc__), type(Table.__doc__), type(Table.put.__doc__))
print([type(Curried(f).__doc__).__name__ for f in (len, str.upper, int, shortest, functools.wraps, [].append, lambda: 0)])
print(type((5).__doc__), type([].__doc__), (lambda: 0).__doc__, type(None).__doc__ is None, hasattr(5, "__doc__"))
