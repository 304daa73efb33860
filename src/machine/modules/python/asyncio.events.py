# Callbacks that are to be called, and which loop is the one.

__all__ = ("AbstractEventLoop", "Handle", "TimerHandle", "get_event_loop", "set_event_loop",
           "new_event_loop", "get_running_loop", "_get_running_loop", "_set_running_loop")

from _library import warn_deprecated as _warn
from _machine import refuse
from asyncio.format_helpers import _format_callback_source
from sys import version_info as _version

_running = None  # the loop that is running
_copy_context = None
_was_set = False  # has set_event_loop() been called?
_set_loop = None  # the one that set_event_loop() was given


def use_contexts(copy_context):
    """There are contextvars from now on: each callback runs in a copy of the context that asked for it."""
    global _copy_context
    _copy_context = copy_context


def new_context():
    return _copy_context() if _copy_context is not None else None


class Handle:
    """A callback that is to be called."""

    def __init__(self, callback, args, loop, context=None):
        self._callback, self._args, self._loop = callback, args, loop
        self._context = new_context() if context is None else context
        self._cancelled = False

    def _info(self):
        info = [type(self).__name__]
        if self._cancelled:
            info.append("cancelled")
        if self._callback is not None:
            info.append(_format_callback_source(self._callback, self._args,
                                                debug=self._loop.get_debug()))
        return info

    def __repr__(self):
        if self._loop.get_debug():
            refuse("the repr of a handle in asyncio's debug mode")
        return f"<{' '.join(self._info())}>"

    def cancel(self):
        self._cancelled = True
        self._callback = self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            if self._context is None:
                self._callback(*self._args)
            else:
                self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler(
                {"message": "Exception in callback " +
                 _format_callback_source(self._callback, self._args), "exception": error,
                 "handle": self})
        self = None  # a traceback may keep this frame


class TimerHandle(Handle):
    def __init__(self, when, order, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when
        self._order = order

    def _info(self):
        info = super()._info()
        info.insert(2 if self._cancelled else 1, f"when={self._when}")
        return info

    def when(self):
        return self._when

    def __lt__(self, other):
        return (self._when, self._order) < (other._when, other._order)


class AbstractEventLoop:
    """What can run tasks."""


# ---- the loop ----------------------------------------------------------------------------------


def _get_running_loop():
    return _running


def _set_running_loop(loop):
    global _running
    _running = loop


def new_event_loop():
    from asyncio.base_events import _UnixSelectorEventLoop
    return _UnixSelectorEventLoop()


def set_event_loop(loop):
    global _set_loop, _was_set
    _set_loop, _was_set = loop, True


def get_running_loop():
    if _running is None:
        raise RuntimeError("no running event loop")
    return _running


def get_event_loop():
    if _running is not None:
        return _running
    if _set_loop is None:
        if _was_set:
            raise RuntimeError("There is no current event loop in thread 'MainThread'.")
        if _version >= (3, 12):
            _warn("There is no current event loop")
        set_event_loop(new_event_loop())
    return _set_loop


for _function in (_get_running_loop, _set_running_loop, get_running_loop, get_event_loop):
    _function.__module__ = "_asyncio"
