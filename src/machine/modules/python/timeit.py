"""How long something takes, in the machine's time: a microsecond an event."""

import time
from _machine import run_source

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


def _as_lines(code, indent):
    return code.replace("\n", "\n" + " " * indent)


class Timer:
    """Runs a statement many times."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        namespace = {} if globals is None else globals
        local = {}
        values = {}
        for name, part in (("stmt", stmt), ("setup", setup)):
            if not isinstance(part, str) and not callable(part):
                raise ValueError(f"{name} is neither a string nor callable")
            if callable(part):
                values[f"_{name}"] = part
        text = (f"def inner(_it, _timer{''.join(f', {v}={v}' for v in values)}):\n"
                f"    {'_setup()' if callable(setup) else _as_lines(setup, 4)}\n"
                f"    _t0 = _timer()\n"
                f"    for _i in _it:\n"
                f"        {'_stmt()' if callable(stmt) else _as_lines(stmt, 8)}\n"
                f"    _t1 = _timer()\n"
                f"    return _t1 - _t0\n")
        local.update(values)
        run_source(text, {**namespace, **values} if values else namespace, local)
        self.inner = local["inner"]

    def timeit(self, number=default_number):
        return self.inner(iter(range(number)), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        taken, tried = 0.0, 0
        while taken < 0.2:
            number = (1, 2, 5)[tried % 3] * 10 ** (tried // 3)
            taken = self.timeit(number)
            if callback:
                callback(number, taken)
            tried += 1
        return number, taken


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat,
           number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
