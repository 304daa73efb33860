"""How long something takes, in the machine's time: a microsecond an event."""

import builtins as _builtins
import gc
import itertools
import sys
import time
from _machine import refuse, run_source

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5
dummy_src_name = "<timeit-src>"
_namespace = globals()  # what is timed sees the names of this module, too


def _as_lines(code, indent):
    return code.replace("\n", "\n" + " " * indent)


def _checked(name, part, before=""):
    """A part of what is timed must be something to call, or a program of its own."""
    if isinstance(part, str):
        compile(before + part, dummy_src_name, "exec")
    elif not callable(part):
        raise ValueError(f"{name} is neither a string nor callable")


class Timer:
    """Runs a statement many times."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        namespace = _namespace if globals is None else globals
        _checked("setup", setup)
        _checked("stmt", stmt, setup + "\n" if isinstance(setup, str) else "")
        local = {f"_{name}": part for name, part in (("stmt", stmt), ("setup", setup)) if not isinstance(part, str)}
        text = (f"def inner(_it, _timer{''.join(f', {v}={v}' for v in local)}):\n"
                f"    {_as_lines(setup, 4) if isinstance(setup, str) else '_setup()'}\n"
                f"    _t0 = _timer()\n"
                f"    for _i in _it:\n"
                f"        {_as_lines(stmt, 8) if isinstance(stmt, str) else '_stmt()'}\n"
                f"        pass\n"
                f"    _t1 = _timer()\n"
                f"    return _t1 - _t0\n")
        namespace.setdefault("__builtins__", vars(_builtins))  # as exec() does
        run_source(text, namespace, local, dummy_src_name)
        self.inner = local["inner"]

    def print_exc(self, file=None):
        refuse("timeit.Timer.print_exc")

    def timeit(self, number=default_number):
        """How long so many take; the collector does not run meanwhile."""
        collects = gc.isenabled()
        gc.disable()
        try:
            return self.inner(itertools.repeat(None, number), self.timer)
        finally:
            if collects:
                gc.enable()

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
