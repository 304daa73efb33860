# Coroutines that take turns.

import sys
from asyncio.coroutines import iscoroutine
from asyncio.events import get_event_loop, get_running_loop, new_context
from asyncio.exceptions import CancelledError, InvalidStateError
from asyncio.format_helpers import _format_coroutine
from asyncio.futures import Future, _set_result_unless_cancelled, isfuture
from asyncio.queues import Queue
from asyncio.timeouts import timeout as _timeout

__all__ = ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait",
           "wait_for", "as_completed", "sleep", "gather", "shield", "ensure_future", "current_task",
           "all_tasks")

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = (
    "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED")
_version = sys.version_info[:2]

# ---- one task ----------------------------------------------------------------------------------

_task_number = 0
_current = None


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
        self._context = new_context() if context is None else context
        self._loop._tasks[id(self)] = self
        self._soon()

    def _info(self):
        parts = super()._info()
        if self._cancel_requests and not self.done():
            parts[0] = "cancelling"
        parts.insert(1, f"name={self._name!r}")
        parts.insert(2, f"coro=<{_format_coroutine(self._coro)}>")
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
        handed_on = self._waiter is not None and self._waiter.cancel(msg=msg)
        if not handed_on:  # the next step will tell it
            self._must_cancel, self._cancel_message = True, msg
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
        self._loop._tasks.pop(id(self), None)

    def _step(self, errors=()):
        """`errors`: nothing, or a list of one to be thrown. It is taken out first: nobody here holds it then."""
        global _current
        if self.done():
            raise InvalidStateError(f"_step(): already done: {self!r}, {errors[0] if errors else None!r}")
        if self._must_cancel:
            if not (errors and isinstance(errors[0], CancelledError)):
                errors = [self._cancelled_error()]
            self._must_cancel = False
        self._waiter = None
        outer, _current = _current, self
        try:
            waits_for = self._coro.throw(errors.pop()) if errors else self._coro.send(None)
        except StopIteration as stop:
            self._end()
            if self._must_cancel:
                self._must_cancel = False
                Future.cancel(self, msg=self._cancel_message)
            else:
                Future.set_result(self, stop.value)
        except CancelledError as cancelled:
            self._end()
            self._cancelled_exc = cancelled.with_traceback(cancelled.__traceback__.tb_next)
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

    def _soon(self, *error):
        error = list(error)
        self._loop.call_soon(self._step, error, context=self._context)

    def _wait_for(self, result):
        if getattr(result, "_asyncio_future_blocking", None) is None:
            if result is None:
                self._soon()
            else:
                self._soon(RuntimeError(f"Task got bad yield: {result!r}"))
        elif result._loop is not self._loop:
            self._soon(RuntimeError(f"Task {self!r} got Future {result!r} attached to a different loop"))
        elif result is self:
            self._soon(RuntimeError(f"Task cannot await on itself: {self!r}"))
        else:
            result._asyncio_future_blocking = False
            result.add_done_callback(self._wakeup, context=self._context)
            self._waiter = result
            if self._must_cancel and self._waiter.cancel(msg=self._cancel_message):
                self._must_cancel = False

    def _wakeup(self, future):
        if type(future) in (Future, Task):
            errors = [future._failure()]
        else:
            try:
                future.result()
                errors = [None]
            except BaseException as raised:
                errors = [raised]
        if errors[0] is None:
            errors.clear()
        try:
            self._step(errors)  # not while the exception is being handled here
        finally:
            self = future = errors = None

    _wakeup.__qualname__ = "Task.task_wakeup"


Task.__module__ = "_asyncio"


def current_task(loop=None):
    get_running_loop()
    return _current


if _version >= (3, 12):
    current_task.__module__ = "_asyncio"


def all_tasks(loop=None):
    return {task for task in (loop or get_running_loop())._tasks.values() if not task.done()}


def create_task(coro, *, name=None, context=None):
    loop = get_running_loop()
    return _create_named(loop, coro, name, context)


def _create_named(loop, coro, name, context):
    if _version >= (3, 13) or name is None:
        return loop.create_task(coro, name=name, context=context)
    task = loop.create_task(coro, context=context)
    task.set_name(name)  # it had one of its own until now
    return task


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
    handle = loop.call_later(delay, _set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


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
    async with _timeout(timeout):
        return await fut


# ---- several at once ---------------------------------------------------------------------------


class _GatheringFuture(Future):
    """What gather() returns: cancelling it cancels them all."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        answers = [] if self.done() else [child.cancel(msg=msg) for child in self._children]
        self._cancel_requested = self._cancel_requested or any(answers)
        return any(answers)


class _Gathering:
    """A gather() under way."""

    def __init__(self, return_exceptions):
        self._return_exceptions = return_exceptions
        self._outer = None
        self._waited_for = self._finished = 0

    def child_done(self, future):
        self._finished += 1
        outer = self._outer
        if outer is None or outer.done():
            if not future.cancelled():
                future.exception()
            return
        if not self._return_exceptions:
            error = future._cancelled_error() if future.cancelled() else future.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if self._finished < self._waited_for:
            return
        results = [self._result(child) for child in outer._children]
        if outer._cancel_requested:
            outer.set_exception(future._cancelled_error())
        else:
            outer.set_result(results)

    child_done.__qualname__ = "gather.<locals>._done_callback"

    def _result(self, child):
        if child.cancelled():
            return CancelledError("" if child._cancel_message is None else child._cancel_message)
        error = child.exception()
        return child.result() if error is None else error

    def begin(self, arguments):
        by_argument, children, already = {}, [], []
        loop = None
        for argument in arguments:
            if argument not in by_argument:
                future = ensure_future(argument, loop=loop)
                loop = loop or future._loop
                by_argument[argument] = future
                if _version >= (3, 12) and future.done():
                    already.append(future)
                else:
                    future.add_done_callback(self.child_done)
            children.append(by_argument[argument])
        self._waited_for = len(by_argument)
        self._outer = _GatheringFuture(children, loop=loop)
        for future in already:
            self.child_done(future)
        return self._outer


def gather(*coros_or_futures, return_exceptions=False):
    """The results of all, in order."""
    if coros_or_futures:
        return _Gathering(return_exceptions).begin(coros_or_futures)
    outer = get_event_loop().create_future()
    outer.set_result([])
    return outer


async def _wait(futures, timeout, return_when, loop):
    waiter = loop.create_future()
    handle = None if timeout is None else loop.call_later(timeout, _release, waiter)
    left = len(futures)

    def _on_completion(future):
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
        future.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if handle is not None:
            handle.cancel()
        for future in futures:
            future.remove_done_callback(_on_completion)
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
    wrong = ("Set of Tasks/Futures is empty." if not fs else
             f"Invalid return_when value: {return_when}"
             if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED) else None)
    if wrong:
        raise ValueError(wrong)
    futures = set(fs)
    if any(map(iscoroutine, futures)):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(futures, timeout, return_when, get_running_loop())


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

    def _inner_done_callback(_):
        error = None if inner.cancelled() else inner.exception()
        if outer.cancelled():
            return  # nobody wants it any more
        if inner.cancelled():
            outer.cancel()
        elif error is None:
            outer.set_result(inner.result())
        else:
            outer.set_exception(error)

    def _outer_done_callback(_):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer
