# What the classes of datetime have in common: the words of CPython's argument parser, attributes that
# cannot be written, orders.

from _calendar import MAXYEAR, MINYEAR, month_days, set_fields
from _library import index
from _machine import untracked as _untracked
from sys import version_info as _version

NOT_GIVEN = object()
set_slot = object.__setattr__


def type_name(o):
    """A type as messages of C code name it."""
    cls = type(o)
    return cls.__name__ if cls.__module__ != "datetime" else "datetime." + cls.__name__


def given_name(o):
    """The same where it is an argument's."""
    return "None" if o is None else type_name(o)


def by_tuple(function):
    """Decorates a method whose arguments PyArg_ParseTuple takes."""
    function.by_tuple = True
    return function


def repr_name(o, cls):
    return "datetime." + cls.__name__ if type(o) is cls else type(o).__qualname__


# ---- arguments -----------------------------------------------------------------------------------

def _unexpected(name, function):
    if _version >= (3, 13):
        raise TypeError(f"{function} got an unexpected keyword argument '{name}'")
    raise TypeError(f"'{name}' is an invalid keyword argument for {function}")


def _at_most(function, kind, most, given):
    raise TypeError(f"{function} takes at most {most} {kind}argument{'s' * (most > 1)} ({given} given)")


def refuse_arguments(names, positional, given, rest, kw):
    """Raises for arguments that a constructor has no parameters for: `positional` of its names may
    be given without the name, and `given` arguments have found their place."""
    given += len(rest)
    if given + len(kw) > len(names):
        _at_most("function", "", len(names), given + len(kw))
    if rest:
        _at_most("function", "positional ", positional, given)
    _unexpected(next(iter(kw)), "this function")


def replaced(self, names, positional, args, kw):
    """self.replace(*args, **kw): a copy with other values for some of the names."""
    if len(args) + len(kw) > len(names):
        _at_most("replace()", "" if args else "keyword ", len(names), len(args) + len(kw))
    if len(args) > positional:
        _at_most("replace()", "positional ", positional, len(args))
    for position, name in enumerate(names[:len(args)], 1):
        if name in kw:
            raise TypeError(f"argument for replace() given by name ('{name}') and position ({position})")
    for name in kw:
        if name not in names:
            _unexpected(name, "replace()")
    if not args and type(self).__module__ == "datetime":  # none has attributes of its own
        fields = {name: getattr(self, "_" + name) for name in names if name not in kw}
        return type(self)(**fields, **kw)
    fields = {name: getattr(self, name) for name in names}
    fields.update(zip(names, args), **kw)
    return type(self)(**fields)


def checked_date(year, month, day):
    if year.__class__ is int and month.__class__ is int and day.__class__ is int \
            and MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= 28:
        return year, month, day
    for position, (name, value) in enumerate((("year", year), ("month", month), ("day", day)), 1):
        if value is NOT_GIVEN:
            raise TypeError(f"function missing required argument '{name}' (pos {position})")
    year, month, day = index(year), index(month), index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= month_days(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def clock_properties():
    """The attributes that a time and a datetime have alike: new ones for each class."""
    return (property(lambda self: self._hour), property(lambda self: self._minute),
            property(lambda self: self._second), property(lambda self: self._microsecond),
            property(lambda self: self._tzinfo), property(lambda self: self._fold))


_CLOCK_SLOTS = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")


def set_clock(self, hour, minute, second, microsecond, tzinfo, fold):
    """Sets the fields that a time and a datetime have alike, checked; the zone is checked already."""
    if not hour.__class__ is minute.__class__ is second.__class__ is microsecond.__class__ is fold.__class__ is int:
        hour, minute, second = index(hour), index(minute), index(second)
        microsecond, fold = index(microsecond), index(fold)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    set_fields(self, _CLOCK_SLOTS, hour, minute, second, microsecond, tzinfo, fold)


def clock_us(self):
    """The microseconds since midnight."""
    return ((self._hour * 60 + self._minute) * 60 + self._second) * 1_000_000 + self._microsecond


# ---- parts of classes ----------------------------------------------------------------------------

def of_c(size):
    """Decorates a class that is C in CPython, where the collector knows nothing of its instances."""
    return lambda cls: _untracked(cls, size)


def unwritable(*names):
    """An instance's __setattr__: these attributes are read-only, and there are no others."""
    def __setattr__(self, name, value):
        if name in names:
            raise AttributeError(f"attribute '{name}' of '{type_name(self)}' objects is not writable")
        object.__setattr__(self, name, value)
    return __setattr__


def orders(pair):
    """__lt__, __le__, __gt__ and __ge__ by what pair(self, other) gives to be compared; None: the two
    have no order."""
    def __lt__(self, other):
        both = pair(self, other)
        return NotImplemented if both is None else both[0] < both[1]

    def __le__(self, other):
        both = pair(self, other)
        return NotImplemented if both is None else both[0] <= both[1]

    def __gt__(self, other):
        both = pair(self, other)
        return NotImplemented if both is None else both[0] > both[1]

    def __ge__(self, other):
        both = pair(self, other)
        return NotImplemented if both is None else both[0] >= both[1]

    return __lt__, __le__, __gt__, __ge__
