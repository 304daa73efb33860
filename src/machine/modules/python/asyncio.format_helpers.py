# How callbacks and coroutines show in the reprs of tasks, futures and handles.

import reprlib
from functools import partial
from inspect import isfunction, unwrap
from sys import version_info as _version

_FOLDER = f"/usr/lib/python{_version[0]}.{_version[1]}/asyncio/"

# Where CPython's own functions begin, and wait: {what: (file, first line, line of its await)}, a
# column a release that has been measured.
_RELEASES = {(3, 11, 2): 0, (3, 12, 1): 2, (3, 13, 0): 3}
_PLACES = {
    "_run_until_complete_cb": ("base_events.py", (180, 180, 180, 182)),
    "gather.<locals>._done_callback": ("tasks.py", (754, 764, 767, 820)),
    "shield.<locals>._inner_done_callback": ("tasks.py", (881, 891, 905, 958)),
    "shield.<locals>._outer_done_callback": ("tasks.py", (898, 908, 922, 975)),
    "_wait.<locals>._on_completion": ("tasks.py", (509, 519, 534, 521)),
    "_set_result_unless_cancelled": ("futures.py", (311, 311, 311, 312)),
    "sleep": ("tasks.py", (627, 637, 653, 703), (639, 649, 665, 718)),
    "wait_for": ("tasks.py", (426, 436, 472, 459), (466, 476, 520, 507)),
    "wait": ("tasks.py", (389, 399, 435, 424), (418, 428, 464, 451)),
    "Event.wait": ("locks.py", (200, 200, 199, 200), (213, 213, 212, 213)),
    "Lock.acquire": ("locks.py", (93, 93, 92, 90), (114, 114, 113, 110)),
    "Semaphore.acquire": ("locks.py", (364, 364, 363, 386), (387, 387, 386, 407)),
    "Queue.get": ("queues.py", (149, 149, 149, 172), (158, 158, 158, 186)),
    "Queue.put": ("queues.py", (110, 110, 110, 125), (120, 120, 120, 139)),
    "Queue.join": ("queues.py", (206, 206, 206, 242), (215, 215, 215, 251)),
}


def _place(name, waits=False):
    """Where CPython has a function of its own: "file:line", or None."""
    place = _PLACES.get(name)
    if place is None:
        return None
    column = _RELEASES.get(tuple(_version[:3]), min(_version[1] - 10, 3))
    return f"{_FOLDER}{place[0]}:{place[2 if waits else 1][column]}"


def _source_of(func):
    while isinstance(func, partial):
        func = func.func
    func = unwrap(func)
    place = _place(getattr(func, "__qualname__", None)) \
        if getattr(func, "__module__", "").startswith("asyncio.") else None
    if place is None and isfunction(func) and not func.__code__.co_filename.startswith("<asyncio"):
        return f"{func.__code__.co_filename}:{func.__code__.co_firstlineno}"
    return place


def _shown_arguments(args, kwargs, debug):
    if _version >= (3, 13) and not debug:
        return "()"
    shown = [reprlib.repr(arg) for arg in args or ()]
    shown += [f"{key}={reprlib.repr(value)}" for key, value in (kwargs or {}).items()]
    return f"({', '.join(shown)})"


def _format_callback(func, args, kwargs, *, debug=False, suffix=""):
    shown = _shown_arguments(args, kwargs, debug) + suffix
    if isinstance(func, partial):
        return _format_callback(func.func, func.args, func.keywords, debug=debug, suffix=shown)
    name = getattr(func, "__qualname__", None) or getattr(func, "__name__", None) or repr(func)
    return name + shown


def _format_callback_source(func, args, *, debug=False):
    source = _source_of(func)
    return _format_callback(func, args, None, debug=debug) + (f" at {source}" if source else "")


def _format_coroutine(coro):
    """main() running at file:line, as far as it has come."""
    name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None)
    shown = f"{name or f'<{type(coro).__name__} without __name__>'}()"
    code, frame = getattr(coro, "cr_code", None), getattr(coro, "cr_frame", None)
    if code is None:
        return shown
    state, line = ("done, defined", code.co_firstlineno) if frame is None else \
        ("running", frame.f_lineno)
    own = _place(name, frame is not None and coro.cr_await is not None) \
        if code.co_filename.startswith("<asyncio") else None
    return f"{shown} {state} at {own or f'{code.co_filename}:{line}'}"
