# Calls as values: what mocks keep of theirs, and what they are compared with.

class Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "sentinel.%s" % self.name

    def __reduce__(self):
        return "sentinel.%s" % self.name


class Sentinels:
    """Objects that are equal to themselves alone; each is made when its name is first asked for."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return self._sentinels.setdefault(name, Sentinel(name))


sentinel = Sentinels()
DEFAULT = sentinel.DEFAULT


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"

    __hash__ = None


ANY = _ANY()


def format_call(name, args, kwargs):
    shown = [repr(arg) for arg in args] + ["%s=%r" % pair for pair in kwargs.items()]
    return "%s(%s)" % (name, ", ".join(shown))


class _Call(tuple):
    """(name, args, kwargs), or without the name for the call of a mock itself.  As an object it makes other
    calls: call.method(1), call(2).attribute."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        if len(value) == 3:
            name, args, kwargs = value
        elif len(value) == 2 and not isinstance(value[0], str):
            args, kwargs = value
        elif len(value) < 3:
            for at, part in enumerate(value):  # what it is, it tells by its type
                if at == 0 and isinstance(part, str):
                    name = part
                elif isinstance(part, tuple):
                    args = part
                else:
                    kwargs = part
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name, self._mock_parent, self._mock_from_kall = name, parent, from_kall

    def _parts(self):
        return ("", *self) if len(self) == 2 else tuple(self)

    def __eq__(self, other):
        try:
            size = len(other)
        except TypeError:
            return NotImplemented
        if size > 3:
            return False
        mine, others = self._parts(), _parts_of(other)
        if others is None:
            return False
        if mine[0] and others[0] != mine[0]:
            return False
        if isinstance(other, _Call) and self._mock_parent and other._mock_parent and \
                self._mock_parent != other._mock_parent:
            return False
        return (others[1], others[2]) == (mine[1], mine[2])

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, attr):
        if attr.startswith("__"):
            raise AttributeError(attr)
        name = attr if self._mock_name is None else "%s.%s" % (self._mock_name, attr)
        return _Call(name=name, parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in tuple.__dict__ and not attr.startswith("__"):
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return tuple(self)[-2]

    @property
    def kwargs(self):
        return tuple(self)[-1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return name if name.startswith("()") or not self._mock_name else "call.%s" % name
        name, args, kwargs = self._parts()
        name = "call" if not name else "call%s" % name if name.startswith("()") else "call.%s" % name
        return format_call(name, args, kwargs)

    def call_list(self):
        found, one = [], self
        while one is not None:
            if one._mock_from_kall:
                found.append(one)
            one = one._mock_parent
        return CallList(reversed(found))


def _parts_of(other):
    """(name, args, kwargs) of what is compared with a call: a tuple with some of the three."""
    if isinstance(other, _Call):
        return other._parts()
    other = tuple(other)
    if len(other) == 3:
        return other
    if len(other) == 0:
        return "", (), {}
    if len(other) == 1:
        value, = other
        return (("", value, {}) if isinstance(value, tuple) else (value, (), {}) if isinstance(value, str) else
                ("", (), value))
    first, second = other
    if isinstance(first, str):
        return (first, second, {}) if isinstance(second, tuple) else (first, (), second)
    return "", first, second


call = _Call(from_kall=False)


class CallList(list):
    """Calls in order; `in` finds several in a row, too."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        size = len(value)
        return any(self[at:at + size] == value for at in range(len(self) - size + 1))

    def __repr__(self):
        return "[" + ", ".join(map(repr, self)) + "]"


CallList.__name__ = CallList.__qualname__ = "_CallList"
