# timeit: how long a statement takes, by the machine's own clock.

from time import perf_counter as default_timer

__all__ = ["Timer", "timeit", "repeat", "default_timer"]
default_number = 1000000
default_repeat = 5


class Timer:
    """Runs a statement again and again."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        self._globals = {} if globals is None else globals
        for what, code in (("stmt", stmt), ("setup", setup)):
            if not isinstance(code, str) and not callable(code):
                raise ValueError(f"{what} is neither a string nor callable")
        self._stmt = stmt if callable(stmt) else compile(stmt, "<timeit-src>", "exec")
        self._setup = setup if callable(setup) else compile(setup, "<timeit-src>", "exec")

    def timeit(self, number=default_number):
        """The seconds that so many runs take."""
        names = dict(self._globals)
        if callable(self._setup):
            self._setup()
        else:
            exec(self._setup, names)
        stmt = self._stmt
        if callable(stmt):
            start = self.timer()
            for _ in range(number):
                stmt()
            return self.timer() - start
        start = self.timer()
        for _ in range(number):
            exec(stmt, names)
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        """timeit() several times."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """How many runs take at least 0.2 seconds, and how long they took."""
        i = 1
        while True:
            for j in 1, 2, 5:
                number = i * j
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            i *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """The seconds that so many runs of a statement take."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number,
           globals=None):
    """The same several times."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
