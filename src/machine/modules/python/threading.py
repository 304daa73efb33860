# What threads have in common, for the one that there is; another cannot be started.

from _thread import (RLock, TIMEOUT_MAX, _local as local, allocate_lock as Lock, get_ident, get_native_id)
from itertools import count as _count
from time import sleep as _sleep
from _machine import refuse as _refuse

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX",
           "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Timer", "ThreadError", "local",
           "get_native_id"]

ThreadError = RuntimeError
_NOBODY = "waiting for another thread"


class Condition:
    """A lock, and a place to wait for what others notify of."""

    def __init__(self, lock=None):
        self._lock = lock = RLock() if lock is None else lock
        self.acquire, self.release = lock.acquire, lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)

    def __repr__(self):
        return f"<Condition({self._lock}, 0)>"

    def _is_owned(self):
        owned = getattr(self._lock, "_is_owned", None)
        return owned() if owned is not None else self._lock.locked()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        if timeout is None:
            _refuse(_NOBODY)
        _sleep(max(timeout, 0))
        return False

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if not result:
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")

    def notify_all(self):
        self.notify()


class Semaphore:
    """A lock that so many may hold at a time."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}{self._bound()}>"

    def _bound(self):
        return ""

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value:
            self._value -= 1
            return True
        if blocking and timeout is None:
            _refuse(_NOBODY)
        if blocking:
            _sleep(max(timeout, 0))
        return False

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n

    def __exit__(self, *exc):
        self.release()


class BoundedSemaphore(Semaphore):
    """One that is not released more often than acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def _bound(self):
        return f"/{self._initial_value}"

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        self._value += n


class Event:
    """A flag to wait for."""

    def __init__(self):
        self._flag = False

    def __repr__(self):
        cls = type(self)
        state = "set" if self._flag else "unset"
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {state}>"

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag:
            if timeout is None:
                _refuse(_NOBODY)
            _sleep(max(timeout, 0))
        return self._flag


# ---- threads -------------------------------------------------------------------------------------

_numbers = _count(1)


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        if name is None:
            name = f"Thread-{next(_numbers)}"
            if target is not None and hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._name, self._daemonic, self._ident = str(name), bool(daemon), None

    name = property(lambda self: self._name, lambda self, name: setattr(self, "_name", str(name)))
    ident = native_id = property(lambda self: self._ident)

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._ident is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def __repr__(self):
        state = "initial" if self._ident is None else "started"
        daemon = " daemon" if self._daemonic else ""
        ident = f" {self._ident}" if self._ident is not None else ""
        return f"<{type(self).__name__}({self._name}, {state}{daemon}{ident})>"

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def start(self):
        _refuse("starting a thread")

    def join(self, timeout=None):
        raise RuntimeError("cannot join thread before it is started" if self._ident is None else
                           "cannot join current thread")

    def is_alive(self):
        return self._ident is not None


class Timer(Thread):
    """A thread that waits, and then calls."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args, self.kwargs = [] if args is None else args, {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        super().__init__(name="MainThread", daemon=False)
        self._ident = get_ident()


_main = _MainThread()


def current_thread():
    return _main


main_thread = current_thread


def active_count():
    return 1


def enumerate():
    return [_main]
