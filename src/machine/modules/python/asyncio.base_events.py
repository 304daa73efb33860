# The event loop, whose time is the machine's: nothing here waits for the world.

import collections
import heapq
import math
import sys
import time
import warnings
import weakref
from _machine import complain, format_exception, refuse, watch_origins
from asyncio.coroutines import iscoroutine, iscoroutinefunction
from asyncio.events import (AbstractEventLoop, Handle, TimerHandle, _get_running_loop,
                            _set_running_loop)
from asyncio.futures import Future, isfuture
from asyncio.tasks import Task, ensure_future, gather

__all__ = ("BaseEventLoop",)


def _run_until_complete_cb(fut):
    if not fut.cancelled() and isinstance(fut.exception(), (SystemExit, KeyboardInterrupt)):
        return
    fut.get_loop().stop()


class BaseEventLoop(AbstractEventLoop):
    """Calls what is ready, and sets the clock forward when nothing is."""

    def __init__(self):
        self._ready = collections.deque()
        self._timers = []
        self._started = 0
        self._closed = False
        self._stopping = False
        self._tasks = {}  # by id: those that have not ended
        self._handler = None
        self._asyncgens = weakref.WeakSet()  # those that have begun under this loop
        self._asyncgens_over = False
        self._debug = False
        self.slow_callback_duration = 0.1
        self._log_debug("Using selector: EpollSelector")

    def __repr__(self):
        return (f"<{type(self).__name__} running={self.is_running()} closed={self._closed} "
                f"debug={self._debug}>")

    def _log_debug(self, text):
        if logging := sys.modules.get("logging"):
            logging.getLogger("asyncio").debug(text)

    def time(self):
        return time.monotonic()

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled
        if self.is_running():
            watch_origins(bool(enabled))

    def _check_callback(self, callback, method):
        if iscoroutine(callback) or iscoroutinefunction(callback):
            raise TypeError(f"coroutines cannot be used with {method}()")
        if not callable(callback):
            raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def call_soon(self, callback, *args, context=None):
        self._check_closed()
        if self._debug:
            self._check_callback(callback, "call_soon")
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        if self._debug:
            self._check_callback(callback, "call_at")
        self._started += 1
        handle = TimerHandle(when, self._started, callback, args, self, context)
        heapq.heappush(self._timers, handle)
        return handle

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()
        return Task(coro, loop=self, name=name, context=context)

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
        if self._debug:
            refuse("what asyncio's debug mode tells of an exception")
        lines = [context.get("message") or "Unhandled exception in event loop"]
        for key in sorted(context):
            if key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        error, text = context.get("exception"), "\n".join(lines)
        if logging := sys.modules.get("logging"):
            logging.getLogger("asyncio").error(text, exc_info=error or False)
        else:
            complain(text + "\n" + (format_exception(error, True) if error is not None else ""))

    # ---- running ----

    def _run_once(self):
        while self._timers and self._timers[0]._cancelled:
            heapq.heappop(self._timers)
        if not self._ready and self._timers:
            wait = self._timers[0]._when - self.time()
            if wait > 0:
                time.sleep(math.ceil(wait * 1000) / 1000)     # a selector waits for whole milliseconds
        now = self.time() + 1e-9
        while self._timers and self._timers[0]._when < now:
            handle = heapq.heappop(self._timers)
            if not handle._cancelled:
                self._ready.append(handle)
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle._cancelled:
                self._run_watched(handle) if self._debug else handle._run()
        handle = None

    def _run_watched(self, handle):
        began = self.time()
        handle._run()
        if self.time() - began >= self.slow_callback_duration:
            refuse("what asyncio's debug mode tells of a slow callback")

    def run_forever(self):
        self._check_closed()
        running = _get_running_loop()
        if running is not None:
            raise RuntimeError("This event loop is already running" if running is self else
                               "Cannot run the event loop while another loop is running")
        _set_running_loop(self)
        watch_origins(bool(self._debug))
        sys.set_asyncgen_hooks(self._asyncgen_begins, self._asyncgen_dropped)
        try:
            while True:
                if not self._ready and not self._timers and not self._stopping:
                    refuse("an event loop that waits for nothing, for ever,")
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            _set_running_loop(None)
            watch_origins(False)
            sys.set_asyncgen_hooks(None, None)

    def run_until_complete(self, future):
        self._check_closed()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        new_task = not isfuture(future)
        future = ensure_future(future, loop=self)
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except BaseException:
            if new_task and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        self._stopping = True

    def is_running(self):
        return _get_running_loop() is self

    def is_closed(self):
        return self._closed

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self._debug and not self._closed:
            self._log_debug(f"Close {self!r}")
        self._closed = True
        self._ready.clear()
        self._timers.clear()

    # ---- asynchronous generators: whoever drops one cannot await its end, so the loop does ----

    def _asyncgen_begins(self, agen):
        if self._asyncgens_over:
            warnings.warn(f"asynchronous generator {agen!r} was scheduled after "
                          f"loop.shutdown_asyncgens() call", ResourceWarning, source=self)
        self._asyncgens.add(agen)

    def _asyncgen_dropped(self, agen):
        self._asyncgens.discard(agen)
        if not self._closed:
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        self._asyncgens_over = True
        left = list(self._asyncgens)
        self._asyncgens.clear()
        ends = await gather(*[agen.aclose() for agen in left], return_exceptions=True)
        for agen, end in zip(left, ends):
            if isinstance(end, Exception):
                self.call_exception_handler(
                    {"message": "an error occurred during closing of asynchronous generator "
                                f"{agen!r}", "exception": end, "asyncgen": agen})

    async def shutdown_default_executor(self, timeout=None):
        pass


class _UnixSelectorEventLoop(BaseEventLoop):
    __module__ = "asyncio.unix_events"
