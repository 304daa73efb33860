"""Tasks that take turns: an event loop whose time is the machine's.

Nothing here waits for the world.  When no callback is ready, the clock moves on to the next timer."""

import collections
import heapq
import sys
import time
import types
from types import GenericAlias
from _machine import Guard, complain, format_exception, refuse

_version = sys.version_info[:2]

__all__ = [
    "AbstractEventLoop", "ALL_COMPLETED", "Barrier", "BoundedSemaphore", "BrokenBarrierError",
    "CancelledError", "Condition", "Event", "FIRST_COMPLETED", "FIRST_EXCEPTION", "Future",
    "Handle", "InvalidStateError", "LifoQueue", "Lock", "PriorityQueue", "Queue", "QueueEmpty",
    "QueueFull", "Runner", "Semaphore", "Task", "TaskGroup", "Timeout", "TimeoutError",
    "TimerHandle", "all_tasks", "as_completed", "create_task", "current_task", "ensure_future",
    "gather", "get_event_loop", "get_running_loop", "iscoroutine", "iscoroutinefunction",
    "isfuture", "new_event_loop", "run", "set_event_loop", "shield", "sleep", "timeout",
    "timeout_at", "wait", "wait_for"]

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = (
    "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED")
_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"


class CancelledError(BaseException):
    """The task or future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Exception):
    """The future is not in a state for that."""


class BrokenBarrierError(RuntimeError):
    """The barrier was aborted."""


class QueueEmpty(Exception):
    """Raised by get_nowait()."""


class QueueFull(Exception):
    """Raised by put_nowait()."""


if _version >= (3, 13):
    class QueueShutDown(Exception):
        """Raised when a queue is used after its end."""
    __all__.append("QueueShutDown")

for _class in (CancelledError, InvalidStateError, BrokenBarrierError):
    _class.__module__ = "asyncio.exceptions"


# ---- the loop ----------------------------------------------------------------------------------

_running = None
_current = None


class Handle:
    """A callback that is to be called."""

    def __init__(self, callback, args, loop, context=None):
        self._callback, self._args, self._loop = callback, args, loop
        self._cancelled = False

    def cancel(self):
        self._cancelled = True
        self._callback = self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            self._callback(*self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler(
                {"message": f"Exception in callback {self._callback!r}", "exception": error})
        self = None  # a traceback may keep this frame


class TimerHandle(Handle):
    def __init__(self, when, order, callback, args, loop):
        super().__init__(callback, args, loop)
        self._when = when
        self._order = order

    def when(self):
        return self._when

    def __lt__(self, other):
        return (self._when, self._order) < (other._when, other._order)


class AbstractEventLoop:
    """What can run tasks."""


class _Loop(AbstractEventLoop):
    def __init__(self):
        self._ready = collections.deque()
        self._timers = []
        self._started = 0
        self._closed = False
        self._stopping = False
        self._tasks = []
        self._handler = None
        self._debug = False

    def __repr__(self):
        return (f"<_UnixSelectorEventLoop running={self.is_running()} closed={self._closed} "
                f"debug={self._debug}>")

    def time(self):
        return time.monotonic()

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def call_soon(self, callback, *args, context=None):
        self._check_closed()
        handle = Handle(callback, args, self)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        self._started += 1
        handle = TimerHandle(when, self._started, callback, args, self)
        heapq.heappush(self._timers, handle)
        return handle

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()
        return Task(coro, loop=self, name=name)

    def run_in_executor(self, executor, func, *args):
        refuse("asyncio's run_in_executor")

    def set_exception_handler(self, handler):
        self._handler = handler

    def call_exception_handler(self, context):
        if self._handler is not None:
            self._handler(self, context)
        else:
            self.default_exception_handler(context)

    def default_exception_handler(self, context):
        lines = [context.get("message") or "Unhandled exception in event loop"]
        for key in sorted(context):
            if key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        error = context.get("exception")
        text = "\n".join(lines) + "\n"
        complain(text + (format_exception(error, True) if error is not None else ""))

    # ---- running ----

    def _run_once(self):
        while self._timers and self._timers[0]._cancelled:
            heapq.heappop(self._timers)
        if not self._ready and self._timers:
            wait = self._timers[0]._when - self.time()
            if wait > 0:
                time.sleep(wait)
        now = self.time() + 1e-9
        while self._timers and self._timers[0]._when < now:
            handle = heapq.heappop(self._timers)
            if not handle._cancelled:
                self._ready.append(handle)
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle._cancelled:
                handle._run()
        handle = None

    def run_forever(self):
        global _running
        self._check_closed()
        if _running is not None:
            raise RuntimeError("This event loop is already running" if _running is self else
                               "Cannot run the event loop while another loop is running")
        _running = self
        try:
            while True:
                if not self._ready and not self._timers and not self._stopping:
                    refuse("an event loop that waits for nothing, for ever,")
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            _running = None

    def run_until_complete(self, future):
        self._check_closed()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        new_task = not isfuture(future)
        future = ensure_future(future, loop=self)

        def done(fut):
            if not fut.cancelled() and isinstance(fut.exception(), (SystemExit, KeyboardInterrupt)):
                return
            self.stop()

        future.add_done_callback(done)
        try:
            self.run_forever()
        except BaseException:
            if new_task and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(done)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        self._stopping = True

    def is_running(self):
        return _running is self

    def is_closed(self):
        return self._closed

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True
        self._ready.clear()
        self._timers.clear()

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self, timeout=None):
        pass


_set_loop = None


def new_event_loop():
    return _Loop()


def set_event_loop(loop):
    global _set_loop
    _set_loop = loop


def get_running_loop():
    if _running is None:
        raise RuntimeError("no running event loop")
    return _running


def get_event_loop():
    if _running is not None:
        return _running
    if _set_loop is None:
        set_event_loop(new_event_loop())
    return _set_loop


# ---- futures -----------------------------------------------------------------------------------


def isfuture(obj):
    return hasattr(type(obj), "_asyncio_future_blocking") and \
        obj._asyncio_future_blocking is not None


def iscoroutine(obj):
    return isinstance(obj, types.CoroutineType)


def iscoroutinefunction(func):
    code = getattr(getattr(func, "__func__", func), "__code__", None)
    return code is not None and bool(code.co_flags & 128)


class _Shown:
    """Stands for an object that is gone."""

    def __init__(self, text):
        self.text = text

    def __repr__(self):
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
        self._cancel_message = None
        self._guard = None

    __class_getitem__ = classmethod(GenericAlias)

    def _info(self):
        parts = [self._state.lower()]
        if self._state == _FINISHED:
            if self._exception is not None:
                parts.append(f"exception={self._exception!r}")
            else:
                parts.append(f"result={self._result!r}")
        if self._callbacks:
            shown = [getattr(c, "__qualname__", type(c).__name__) + "()" for c in self._callbacks[:2]]
            parts.append(f"cb=[{', '.join(shown)}]")
        return parts

    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(self._info())}>"

    def _watch(self):
        """Should nobody ask for the exception, it is told when the future is gone."""
        loop, error = self._loop, self._exception
        context = {"message": f"{type(self).__name__} exception was never retrieved",
                   "exception": error, "future": _Shown(repr(self))}
        self._guard = Guard(lambda: loop.call_exception_handler(context))

    def _retrieved(self):
        if self._guard is not None:
            self._guard.disarm()
            self._guard = None

    def get_loop(self):
        return self._loop

    def _cancelled_error(self):
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
        for callback in callbacks:
            self._loop.call_soon(callback, self)

    def cancelled(self):
        return self._state == _CANCELLED

    def done(self):
        return self._state != _PENDING

    def result(self):
        if self._state == _CANCELLED:
            raise self._cancelled_error()
        if self._state != _FINISHED:
            raise InvalidStateError("Result is not set.")
        self._retrieved()
        if self._exception is not None:
            raise self._exception.with_traceback(self._exception_traceback)
        return self._result

    def exception(self):
        if self._state == _CANCELLED:
            raise self._cancelled_error()
        if self._state != _FINISHED:
            raise InvalidStateError("Exception is not set.")
        self._retrieved()
        return self._exception

    def add_done_callback(self, fn, *, context=None):
        if self._state != _PENDING:
            self._loop.call_soon(fn, self)
        else:
            self._callbacks.append(fn)

    def remove_done_callback(self, fn):
        kept = [f for f in self._callbacks if f != fn]
        removed = len(self._callbacks) - len(kept)
        self._callbacks[:] = kept
        return removed

    def set_result(self, result):
        if self._state != _PENDING:
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._result = result
        self._state = _FINISHED
        self._schedule_callbacks()

    def set_exception(self, exception):
        if self._state != _PENDING:
            raise InvalidStateError(f"{self._state}: {self!r}")
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            raise TypeError("StopIteration interacts badly with generators and cannot be raised "
                            "into a Future")
        self._exception = exception
        self._exception_traceback = exception.__traceback__
        self._state = _FINISHED
        self._watch()
        self._schedule_callbacks()

    def __await__(self):
        if not self.done():
            self._asyncio_future_blocking = True
            yield self
        if not self.done():
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


Future.__module__ = "_asyncio"


def _set_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


# ---- tasks -------------------------------------------------------------------------------------

_task_number = 0


def _where(coro):
    """<main() running at file:line>, as far as it has come."""
    code, frame = coro.cr_code, coro.cr_frame
    name = f"{coro.__qualname__}()"
    if frame is None:
        return f"<{name} done, defined at {code.co_filename}:{code.co_firstlineno}>"
    return f"<{name} running at {code.co_filename}:{frame.f_lineno}>"


class Task(Future):
    """A coroutine that runs, a step at a time, until it waits for something."""

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        global _task_number
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        if name is None:
            _task_number += 1
            name = f"Task-{_task_number}"
        self._name = str(name)
        self._coro = coro
        self._waiter = None
        self._must_cancel = False
        self._cancel_requests = 0
        self._loop._tasks.append(self)
        self._loop.call_soon(self._step)

    def _info(self):
        parts = super()._info()
        if self._must_cancel:
            parts[0] = "cancelling"
        parts.insert(1, f"name={self._name!r}")
        parts.insert(2, f"coro={_where(self._coro)}")
        if self._waiter is not None:
            parts.insert(3, f"wait_for={self._waiter!r}")
        return parts

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        self._retrieved()
        if self.done():
            return False
        self._cancel_requests += 1
        if self._waiter is not None and self._waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._cancel_requests

    def uncancel(self):
        if self._cancel_requests > 0:
            self._cancel_requests -= 1
            if _version >= (3, 13) and self._cancel_requests == 0:
                self._must_cancel = False
        return self._cancel_requests

    def _end(self):
        if self in self._loop._tasks:
            self._loop._tasks.remove(self)

    def _step(self, error=None):
        global _current
        if self.done():
            raise InvalidStateError(f"_step(): already done: {self!r}, {error!r}")
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._cancelled_error()
            self._must_cancel = False
        self._waiter = None
        outer, _current = _current, self
        try:
            waits_for = self._coro.send(None) if error is None else self._coro.throw(error)
        except StopIteration as stop:
            self._end()
            if self._must_cancel:
                self._must_cancel = False
                Future.cancel(self, msg=self._cancel_message)
            else:
                Future.set_result(self, stop.value)
        except CancelledError as cancelled:
            self._end()
            self._cancel_message = cancelled.args[0] if cancelled.args else None
            Future.cancel(self, msg=self._cancel_message)
        except (KeyboardInterrupt, SystemExit) as leaving:
            self._end()
            Future.set_exception(self, leaving)
            raise
        except BaseException as raised:
            self._end()
            Future.set_exception(self, raised.with_traceback(raised.__traceback__.tb_next))
        else:
            self._wait_for(waits_for)
        finally:
            _current = outer
            self = None

    def _wait_for(self, result):
        if getattr(result, "_asyncio_future_blocking", None) is None:
            if result is None:
                self._loop.call_soon(self._step)
            else:
                self._loop.call_soon(self._step, RuntimeError(f"Task got bad yield: {result!r}"))
        elif result._loop is not self._loop:
            self._loop.call_soon(self._step, RuntimeError(
                f"Task {self!r} got Future {result!r} attached to a different loop"))
        elif result is self:
            self._loop.call_soon(self._step, RuntimeError(f"Task cannot await on itself: {self!r}"))
        else:
            result._asyncio_future_blocking = False
            result.add_done_callback(self._wakeup)
            self._waiter = result
            if self._must_cancel and self._waiter.cancel(msg=self._cancel_message):
                self._must_cancel = False

    def _wakeup(self, future):
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step()
        self = None


Task.__module__ = "_asyncio"


def current_task(loop=None):
    get_running_loop()
    return _current


def all_tasks(loop=None):
    return {task for task in (loop or get_running_loop())._tasks if not task.done()}


def create_task(coro, *, name=None, context=None):
    return get_running_loop().create_task(coro, name=name)


async def _wrap_awaitable(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    if isfuture(coro_or_future):
        return coro_or_future
    coro = coro_or_future
    if not iscoroutine(coro):
        if not hasattr(type(coro), "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro = _wrap_awaitable(coro)
    return (loop or get_event_loop()).create_task(coro)


class _Yield:
    """Lets everything else that is ready run once."""

    def __await__(self):
        yield


async def sleep(delay, result=None):
    """Waits so many seconds."""
    if delay <= 0:
        await _Yield()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, _set_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


# ---- several at once ---------------------------------------------------------------------------


class _Gathering(Future):
    """What gather() returns: cancelling it cancels them all."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            cancelled = child.cancel(msg=msg) or cancelled
        if cancelled:
            self._cancel_requested = True
        return cancelled


_Gathering.__name__ = _Gathering.__qualname__ = "_GatheringFuture"


def gather(*coros_or_futures, return_exceptions=False):
    """The results of all, in order."""
    if not coros_or_futures:
        loop = get_event_loop()
        outer = loop.create_future()
        outer.set_result([])
        return outer
    by_argument, children, finished = {}, [], 0
    loop = None
    outer = None

    def done(future):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not future.cancelled():
                future.exception()
            return
        if not return_exceptions:
            if future.cancelled():
                outer.set_exception(future._cancelled_error())
                return
            error = future.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if finished == len(by_argument):
            results = []
            for child in children:
                if child.cancelled():
                    results.append(CancelledError("" if child._cancel_message is None
                                                  else child._cancel_message))
                else:
                    error = child.exception()
                    results.append(child.result() if error is None else error)
            if outer._cancel_requested:
                outer.set_exception(future._cancelled_error())
            else:
                outer.set_result(results)

    already = []
    for argument in coros_or_futures:
        if argument not in by_argument:
            future = ensure_future(argument, loop=loop)
            loop = loop or future._loop
            by_argument[argument] = future
            if _version >= (3, 12) and future.done():
                already.append(future)
            else:
                future.add_done_callback(done)
        children.append(by_argument[argument])
    outer = _Gathering(children, loop=loop)
    for future in already:
        done(future)
    return outer


async def _wait(futures, timeout, return_when, loop):
    waiter = loop.create_future()
    handle = None if timeout is None else loop.call_later(timeout, _release, waiter)
    left = len(futures)

    def done(future):
        nonlocal left
        left -= 1
        if left <= 0 or return_when == FIRST_COMPLETED or (
                return_when == FIRST_EXCEPTION and not future.cancelled()
                and future.exception() is not None):
            if handle is not None:
                handle.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for future in futures:
        future.add_done_callback(done)
    try:
        await waiter
    finally:
        if handle is not None:
            handle.cancel()
        for future in futures:
            future.remove_done_callback(done)
    finished, pending = set(), set()
    for future in futures:
        (finished if future.done() else pending).add(future)
    return finished, pending


def _release(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Waits until the first, or all, are done: (done, pending)."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(iscoroutine(f) for f in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, get_running_loop())


def as_completed(fs, *, timeout=None):
    """Awaitables that give the results as they come."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    loop = get_event_loop()
    todo = {ensure_future(f, loop=loop) for f in set(fs)}
    finished = Queue()
    handle = None

    def expired():
        for future in todo:
            future.remove_done_callback(done)
            finished.put_nowait(None)
        todo.clear()

    def done(future):
        if future in todo:
            todo.remove(future)
            finished.put_nowait(future)
            if not todo and handle is not None:
                handle.cancel()

    async def one():
        future = await finished.get()
        if future is None:
            raise TimeoutError
        return future.result()

    for future in todo:
        future.add_done_callback(done)
    if todo and timeout is not None:
        handle = loop.call_later(timeout, expired)
    for _ in range(len(todo)):
        yield one()


def shield(arg):
    """Lets the caller be cancelled, and not what it waits for."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner._loop.create_future()

    def inner_done(future):
        if outer.cancelled():
            if not future.cancelled():
                future.exception()
        elif future.cancelled():
            outer.cancel()
        elif future.exception() is not None:
            outer.set_exception(future.exception())
        else:
            outer.set_result(future.result())

    def outer_done(future):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


class Timeout:
    """async with timeout(1): cancels the block when the time is up."""

    def __init__(self, when):
        self._state = "created"
        self._handle = None
        self._task = None
        self._when = when

    def when(self):
        return self._when

    def reschedule(self, when):
        if self._state != "active":
            if self._state == "created":
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
        if when is None:
            self._handle = None
        else:
            loop = get_running_loop()
            if when <= loop.time():
                self._handle = loop.call_soon(self._expire)
            else:
                self._handle = loop.call_at(when, self._expire)

    def expired(self):
        return self._state in ("expiring", "expired")

    def __repr__(self):
        info = ["active" if self._state == "active" else self._state]
        if self._state == "active":
            info.append(f"when={round(self._when, 3) if self._when is not None else None}")
        return f"<Timeout [{self._state}] {' '.join(info[1:])}>" if info[1:] else \
            f"<Timeout [{self._state}]>"

    def _expire(self):
        self._task.cancel()
        self._state = "expiring"
        self._handle = None

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = "active"
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, traceback):
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if self._state == "expiring":
            self._state = "expired"
            if self._task.uncancel() <= self._cancelling and kind is not None and \
                    issubclass(kind, CancelledError):
                raise TimeoutError from error
        elif self._state == "active":
            self._state = "exited"
        return None


def timeout(delay):
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    return Timeout(when)


async def wait_for(fut, timeout):
    """A result, or TimeoutError after so many seconds."""
    if fut is not None and not isfuture(fut) and not iscoroutine(fut) and \
            not hasattr(type(fut), "__await__"):
        raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        fut.cancel()
        try:
            await fut
        except CancelledError as error:
            raise TimeoutError from error
        return fut.result()
    if _version < (3, 12) and timeout is not None:
        fut = ensure_future(fut)
    async with Timeout(None if timeout is None else get_running_loop().time() + timeout):
        return await fut


class TaskGroup:
    """Tasks that end together: one that fails ends the others."""

    def __init__(self):
        self._entered = self._exiting = self._aborting = False
        self._parent = None
        self._parent_cancel_requested = False
        self._tasks = set()
        self._errors = []
        self._base_error = None
        self._on_completed = None

    def __repr__(self):
        info = ""
        if self._tasks:
            info += f" tasks={len(self._tasks)}"
        if self._errors:
            info += f" errors={len(self._errors)}"
        if self._aborting:
            info += " cancelling"
        elif self._entered:
            info += " entered"
        return f"<TaskGroup{info}>"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        self._entered = True
        self._loop = get_running_loop()
        self._parent = current_task()
        if self._parent is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        return self

    async def __aexit__(self, kind, error, traceback):
        self._exiting = True
        if kind is not None and isinstance(error, (SystemExit, KeyboardInterrupt)) and \
                self._base_error is None:
            self._base_error = error
        propagate = error if kind is not None and issubclass(kind, CancelledError) else None
        if _version < (3, 13) and self._parent_cancel_requested and \
                self._parent.uncancel() == 0:
            propagate = None
        if kind is not None and not self._aborting:
            self._abort()
        while self._tasks:
            self._on_completed = self._loop.create_future()
            try:
                await self._on_completed
            except CancelledError as cancelled:
                if not self._aborting:
                    propagate = cancelled
                    self._abort()
            self._on_completed = None
        if self._base_error is not None:
            raise self._base_error
        if _version >= (3, 13) and self._parent_cancel_requested and \
                self._parent.uncancel() == 0:
            propagate = None
        if propagate is not None and not self._errors:
            raise propagate
        if kind is not None and not issubclass(kind, CancelledError):
            self._errors.append(error)
        if self._errors:
            if _version >= (3, 13) and self._parent.cancelling():
                self._parent.uncancel()
                self._parent.cancel()
            errors, self._errors = self._errors, None
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", errors) from None

    def create_task(self, coro, *, name=None, context=None):
        if not self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has not been entered")
        if self._exiting and not self._tasks:
            raise RuntimeError(f"TaskGroup {self!r} is finished")
        if self._aborting:
            raise RuntimeError(f"TaskGroup {self!r} is shutting down")
        task = self._loop.create_task(coro, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._task_done)
        return task

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _task_done(self, task):
        self._tasks.discard(task)
        if self._on_completed is not None and not self._tasks and not self._on_completed.done():
            self._on_completed.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if isinstance(error, (SystemExit, KeyboardInterrupt)) and self._base_error is None:
            self._base_error = error
        if not self._aborting and not self._parent_cancel_requested:
            self._abort()
            self._parent_cancel_requested = True
            self._parent.cancel()


# ---- running -----------------------------------------------------------------------------------


def _cancel_all(loop):
    tasks = [task for task in loop._tasks if not task.done()]
    if not tasks:
        return
    for task in tasks:
        task.cancel()
    loop.run_until_complete(gather(*tasks, return_exceptions=True))
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler(
                {"message": "unhandled exception during asyncio.run() shutdown",
                 "exception": task.exception(), "task": task})


class Runner:
    """A loop for several run()s."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._factory = loop_factory
        self._loop = None
        self._closed = False

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def get_loop(self):
        if self._closed:
            raise RuntimeError("Runner is closed")
        if self._loop is None:
            self._loop = self._factory() if self._factory else new_event_loop()
            set_event_loop(self._loop)
        return self._loop

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if _running is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        loop = self.get_loop()
        return loop.run_until_complete(loop.create_task(coro))

    def close(self):
        if self._loop is None or self._closed:
            return
        try:
            _cancel_all(self._loop)
        finally:
            set_event_loop(None)
            self._loop.close()
            self._closed = True


def run(main, *, debug=None, loop_factory=None):
    """Runs a coroutine to its end."""
    if _running is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


async def to_thread(func, /, *args, **kwargs):
    refuse("asyncio.to_thread")


# ---- locks and queues --------------------------------------------------------------------------


class _Waiters:
    """Those who wait, the longest first."""

    def __init__(self):
        self._waiters = collections.deque()

    def _wake_first(self):
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(True)
                return True
        return False

    async def _wait_turn(self):
        waiter = get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
        finally:
            self._waiters.remove(waiter)


class _Manager:
    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, kind, error, traceback):
        self.release()


def _repr_with(obj, state, waiters):
    base = object.__repr__(obj)
    more = f", waiters:{len(waiters)}" if waiters else ""
    return f"<{base[1:-1]} [{state}{more}]>"


class Lock(_Manager, _Waiters):
    """Held by one at a time."""

    def __init__(self):
        super().__init__()
        self._locked = False

    def __repr__(self):
        return _repr_with(self, "locked" if self._locked else "unlocked", self._waiters)

    def locked(self):
        return self._locked

    async def acquire(self):
        if not self._locked and all(w.cancelled() for w in self._waiters):
            self._locked = True
            return True
        try:
            await self._wait_turn()
        except CancelledError:
            if not self._locked:
                self._wake_first()
            raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(True)
            break


class Event(_Waiters):
    """Something that has happened, or not."""

    def __init__(self):
        super().__init__()
        self._value = False

    def __repr__(self):
        return _repr_with(self, "set" if self._value else "unset", self._waiters)

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self):
        self._value = False

    async def wait(self):
        if not self._value:
            await self._wait_turn()
        return True


class Condition(_Manager):
    def __init__(self, lock=None):
        self._lock = Lock() if lock is None else lock
        self.locked = self._lock.locked
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._waiters = collections.deque()

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            waiter = get_running_loop().create_future()
            self._waiters.append(waiter)
            try:
                await waiter
                return True
            finally:
                self._waiters.remove(waiter)
        finally:
            cancelled = None
            while True:
                try:
                    await self.acquire()
                    break
                except CancelledError as error:
                    cancelled = error
            if cancelled is not None:
                raise cancelled

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        for waiter in self._waiters:
            if n <= 0:
                break
            if not waiter.done():
                n -= 1
                waiter.set_result(False)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_Manager, _Waiters):
    """Held by so many at a time."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        super().__init__()
        self._value = value

    def __repr__(self):
        state = "locked" if self.locked() else f"unlocked, value:{self._value}"
        return _repr_with(self, state, self._waiters)

    def locked(self):
        return self._value == 0 or any(not w.cancelled() for w in self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        waiter = get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if not waiter.cancelled():
                self._value += 1
                self._wake_next()
            raise
        if self._value > 0:
            self._wake_next()
        return True

    def release(self):
        self._value += 1
        self._wake_next()

    def _wake_next(self):
        for waiter in self._waiters:
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        self._bound = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Barrier:
    """Lets tasks go on once enough of them have come."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._cond = Condition()
        self._parties = parties
        self._state = "filling"
        self._count = 0

    parties = property(lambda self: self._parties)
    broken = property(lambda self: self._state == "broken")

    @property
    def n_waiting(self):
        return self._count if self._state == "filling" else 0

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        async with self._cond:
            while self._state in ("draining", "resetting"):
                await self._cond.wait()
            if self._state == "broken":
                raise BrokenBarrierError("Barrier aborted")
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._state = "draining"
                    self._cond.notify_all()
                else:
                    while self._state == "filling":
                        await self._cond.wait()
                    if self._state in ("broken", "resetting"):
                        raise BrokenBarrierError("Abort or reset of barrier")
                return index
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state in ("resetting", "draining"):
                        self._state = "filling"
                    self._cond.notify_all()

    async def reset(self):
        async with self._cond:
            if self._count > 0:
                if self._state != "resetting":
                    self._state = "resetting"
            else:
                self._state = "filling"
            self._cond.notify_all()

    async def abort(self):
        async with self._cond:
            self._state = "broken"
            self._cond.notify_all()


class Queue:
    """Items passed from task to task."""

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = collections.deque()
        self._putters = collections.deque()
        self._unfinished = 0
        self._finished = Event()
        self._finished.set()
        self._is_shutdown = False
        self._init(maxsize)

    __class_getitem__ = classmethod(GenericAlias)

    def _init(self, maxsize):
        self._queue = collections.deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def __repr__(self):
        info = f"maxsize={self._maxsize!r}"
        if self._queue:
            info += f" _queue={list(self._queue)!r}"
        if self._getters:
            info += f" _getters[{len(self._getters)}]"
        if self._putters:
            info += f" _putters[{len(self._putters)}]"
        if self._unfinished:
            info += f" tasks={self._unfinished}"
        return f"<{type(self).__name__} at {id(self):#x} {info}>"

    @staticmethod
    def _wake(waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    def qsize(self):
        return len(self._queue)

    maxsize = property(lambda self: self._maxsize)

    def empty(self):
        return not self._queue

    def full(self):
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    async def _wait_in(self, waiters, blocked):
        waiter = get_running_loop().create_future()
        waiters.append(waiter)
        try:
            await waiter
        except BaseException:
            waiter.cancel()
            try:
                waiters.remove(waiter)
            except ValueError:
                pass
            if not blocked() and not waiter.cancelled():
                self._wake(waiters)
            raise

    async def put(self, item):
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            await self._wait_in(self._putters, self.full)
        return self.put_nowait(item)

    def put_nowait(self, item):
        if self._is_shutdown:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished += 1
        self._finished.clear()
        self._wake(self._getters)

    async def get(self):
        while self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            await self._wait_in(self._getters, self.empty)
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        self._wake(self._putters)
        return item

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if self._unfinished == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished > 0:
            await self._finished.wait()

    if _version >= (3, 13):
        def shutdown(self, immediate=False):
            self._is_shutdown = True
            if immediate:
                while not self.empty():
                    self._get()
                    if self._unfinished > 0:
                        self._unfinished -= 1
                if self._unfinished == 0:
                    self._finished.set()
            for waiters in (self._getters, self._putters):
                while waiters:
                    waiter = waiters.popleft()
                    if not waiter.done():
                        waiter.set_result(None)


class PriorityQueue(Queue):
    """The least item first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heapq.heappush(self._queue, item)

    def _get(self):
        return heapq.heappop(self._queue)


class LifoQueue(Queue):
    """The newest item first."""

    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop()
