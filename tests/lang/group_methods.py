import sys


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


t(lambda: BaseExceptionGroup())
t(lambda: ExceptionGroup("a"))
t(lambda: ExceptionGroup(1, [ValueError()]))
t(lambda: ExceptionGroup("a", 5))
t(lambda: ExceptionGroup("a", []))
t(lambda: ExceptionGroup("a", {ValueError()}))
t(lambda: ExceptionGroup("a", [1]))
t(lambda: ExceptionGroup("a", [KeyboardInterrupt()]))
t(lambda: repr(BaseExceptionGroup("a", [KeyboardInterrupt()])))
t(lambda: repr(BaseExceptionGroup("a", (ValueError(1),))))
t(lambda: ExceptionGroup("a", [ValueError()], x=1))


class EG(ExceptionGroup):
    pass


t(lambda: EG("x", [KeyboardInterrupt()]))
t(lambda: repr(EG("x", [KeyError()])))
g = ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [ValueError(3), KeyError("k")])])
t(lambda: g.split(5))
t(lambda: g.split(int))
t(lambda: g.split((ValueError, int)))
t(lambda: g.split(lambda e: e.args == (1,)))
t(lambda: g.split(ValueError))
t(lambda: g.split((ValueError, TypeError)))
t(lambda: g.split(OSError))
t(lambda: g.split(ExceptionGroup))
t(lambda: repr(g.subgroup(KeyError)))
t(lambda: repr(g.subgroup(lambda e: isinstance(e, KeyError))))
t(lambda: g.subgroup(OSError))
t(lambda: repr(g.derive([KeyError()])))
t(lambda: g.derive(5))
t(lambda: ExceptionGroup.__mro__)
t(lambda: ExceptionGroup.__bases__)
t(lambda: (g.message, g.exceptions, g.args))
t(lambda: setattr(g, "message", 2))
t(lambda: (ExceptionGroup.__module__, ExceptionGroup.__qualname__))
t(lambda: sys.getsizeof(g) - sys.getsizeof(ValueError()))
t(lambda: str(g))


class D(ExceptionGroup):
    def derive(self, excs):
        return 5


t(lambda: D("d", [ValueError()]).split(ValueError))
t(lambda: D("d", [ValueError(), KeyError()]).split(ValueError))


class Coded(ExceptionGroup):
    def __new__(cls, message, excs, code):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self

    def derive(self, excs):
        return Coded(self.message, excs, self.code)


c = Coded("c", [ValueError(1), KeyError(2)], 42)
c.add_note("noted")
try:
    raise c from OSError("why")
except Coded as e:
    match, rest = e.split(KeyError)
    for part in (match, rest):
        print(repr(part), part.code, part.__notes__, part.__traceback__ is e.__traceback__, repr(part.__cause__),
              part.__suppress_context__, part.__notes__ is e.__notes__)
