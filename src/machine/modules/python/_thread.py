# Locks.  There is one thread: a lock that is taken when it is wanted would never be given back.

from time import sleep as _sleep
from _library import builtin as _builtin, builtin_class as _builtin_class, named_with_module as _named
from _machine import refuse as _refuse, uncounted as _uncounted

error = RuntimeError
TIMEOUT_MAX = 9223372036.0
_IDENT = 0x7f5a20000740


@_builtin
def get_ident():
    return _IDENT


@_builtin
def get_native_id():
    return 1000


def _wait(blocking, timeout):
    """Waits in vain; True if that was to be."""
    if not blocking and timeout != -1:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")
    if blocking and timeout == -1:
        _refuse("waiting for another thread")
    if blocking:
        _sleep(timeout)


@_builtin_class
@_named
class lock:
    __slots__ = ("_held", "__weakref__")

    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if not self._held:
            if not blocking and timeout != -1:
                raise ValueError("can't specify a timeout for a non-blocking call")
            self._held = True
            return True
        _wait(blocking, timeout)
        return False

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    def locked(self):
        return self._held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._held else 'unlocked'} _thread.lock object at {id(self):#x}>"

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_thread.lock' object")


@_builtin_class
@_named
class RLock:
    """One that its thread may take again."""

    __slots__ = ("_count", "__weakref__")

    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        self._count += 1
        return True

    def release(self):
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1

    def _is_owned(self):
        return self._count > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()

    def __repr__(self):
        held = "locked" if self._count else "unlocked"
        owner = _IDENT if self._count else 0
        return f"<{held} _thread.RLock object owner={owner} count={self._count} at {id(self):#x}>"

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_thread.RLock' object")


LockType = lock
allocate_lock = lock


@_named
class _local:
    """Attributes that each thread has for itself."""

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        _uncounted()  # in C each thread's attributes are in a dict that refers to it weakly
        return object.__new__(cls)


def start_new_thread(function, args, kwargs={}, /):
    _refuse("starting a thread")
