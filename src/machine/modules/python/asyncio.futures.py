# Results that are not there yet.

from sys import version_info as _version
from reprlib import recursive_repr, repr as shortened
from types import GenericAlias
from _machine import Guard, refuse
from asyncio.events import get_event_loop, new_context
from asyncio.exceptions import CancelledError, InvalidStateError
from asyncio.format_helpers import _format_callback_source

__all__ = ("Future", "isfuture")

_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"


def isfuture(obj):
    return hasattr(type(obj), "_asyncio_future_blocking") and \
        obj._asyncio_future_blocking is not None


isfuture.__module__ = "asyncio.base_futures"


class _Shown:
    """Stands for an object that is gone."""

    def __init__(self, text):
        self.text = text

    def __repr__(self):
        if self.text is None:
            refuse("the repr of a future in asyncio's debug mode")
        return self.text


class Future:
    """A result that is not there yet."""

    _asyncio_future_blocking = False

    def __init__(self, *, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._callbacks = []
        self._cancel_message = self._cancelled_exc = None
        self._guard = None

    __class_getitem__ = classmethod(GenericAlias)

    def _info(self):
        parts = [self._state.lower()]
        if self._state == _FINISHED:
            if self._exception is not None:
                parts.append(f"exception={self._exception!r}")
            else:
                parts.append(f"result={shortened(self._result)}")
        if self._callbacks:
            first, last = self._callbacks[0][0], self._callbacks[-1][0]
            shown = [_format_callback_source(first, ())]
            if len(self._callbacks) > 2:
                shown.append(f"<{len(self._callbacks) - 2} more>")
            if len(self._callbacks) > 1:
                shown.append(_format_callback_source(last, ()))
            parts.append(f"cb=[{', '.join(shown)}]")
        return parts

    @recursive_repr()
    def __repr__(self):
        if self._loop.get_debug():
            refuse("the repr of a future in asyncio's debug mode")
        return f"<{type(self).__name__} {' '.join(self._info())}>"

    def _shadow(self):
        """What shows when it is gone; by then it has called everybody."""
        callbacks, self._callbacks = self._callbacks, []
        shown = _Shown(None if self._loop.get_debug() else repr(self))
        self._callbacks = callbacks
        return shown

    def _watch(self):
        """Should nobody ask for the exception, it is told when the future is gone."""
        loop, error = self._loop, self._exception
        context = {"message": f"{type(self).__name__} exception was never retrieved",
                   "exception": error, "future": self._shadow()}
        self._guard = Guard(lambda: loop.call_exception_handler(context))

    def _retrieved(self):
        if self._guard is not None:
            self._guard.disarm()
            self._guard = None

    def get_loop(self):
        return self._loop

    def _cancelled_error(self):
        """The first who asks a task gets the very exception that has ended it."""
        error, self._cancelled_exc = self._cancelled_exc, None
        if error is not None:
            return error
        if self._cancel_message is None:
            return CancelledError()
        return CancelledError(self._cancel_message)

    def cancel(self, msg=None):
        self._retrieved()
        if self._state != _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        self._schedule_callbacks()
        return True

    def _schedule_callbacks(self):
        callbacks, self._callbacks = self._callbacks, []
        for callback, context in callbacks:
            self._loop.call_soon(callback, self, context=context)

    def cancelled(self):
        return self._state == _CANCELLED

    def done(self):
        return self._state != _PENDING

    def _ask(self, what):
        """Somebody wants to know how it ended."""
        if self._state == _PENDING:
            raise InvalidStateError(f"{what} is not set.")
        if self._state == _CANCELLED:
            raise self._cancelled_error()
        self._retrieved()

    def result(self):
        error = None
        try:
            self._ask("Result")
            error = self._failure()
            if error is None:
                return self._result
            raise error
        finally:
            self = error = None     # or else the traceback would hold both

    def _failure(self):
        """The exception with which it has ended, as it was raised there; from then on it is only what it is now."""
        if self._state == _CANCELLED:
            return self._cancelled_error()
        self._retrieved()
        error = self._exception
        if error is not None:
            error.__traceback__, self._exception_traceback = self._exception_traceback, None
        return error

    def exception(self):
        self._ask("Exception")
        return self._exception

    def add_done_callback(self, fn, *, context=None):
        if self._state != _PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, new_context() if context is None else context))

    def remove_done_callback(self, fn):
        kept = [entry for entry in self._callbacks if entry[0] != fn]
        removed = len(self._callbacks) - len(kept)
        self._callbacks[:] = kept
        return removed

    def _only_once(self):
        if self._state != _PENDING:
            raise InvalidStateError("invalid state")

    def set_result(self, result):
        self._only_once()
        self._result, self._state = result, _FINISHED
        self._schedule_callbacks()

    def set_exception(self, exception):
        self._only_once()
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            exception = _in_place_of(exception)
        self._exception, self._exception_traceback = exception, exception.__traceback__
        self._state = _FINISHED
        self._watch()
        self._schedule_callbacks()

    def __await__(self):
        if not self.done():
            self._asyncio_future_blocking = True
            yield self
        if not self.done():
            raise RuntimeError("await wasn't used with future")
        try:
            return self.result()
        finally:
            self = None

    __iter__ = __await__


def _in_place_of(stop):
    """What a generator would take for its own end must not come out of an await."""
    text = "StopIteration interacts badly with generators and cannot be raised into a Future"
    if _version < (3, 13):
        raise TypeError(text)
    error = RuntimeError(text)
    error.__cause__ = error.__context__ = stop
    return error


Future.__module__ = "_asyncio"


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)
