# Items passed from task to task.

import collections
import heapq
import sys
from types import GenericAlias
from asyncio.events import get_running_loop
from asyncio.locks import Event

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty")

_version = sys.version_info[:2]


class QueueEmpty(Exception):
    """Raised by get_nowait()."""


class QueueFull(Exception):
    """Raised by put_nowait()."""


if _version >= (3, 13):
    class QueueShutDown(Exception):
        """Raised when a queue is used after its end."""
    __all__ += ("QueueShutDown",)


class Queue:
    """Items passed from task to task."""

    def __init__(self, maxsize=0):
        self._maxsize, self._unfinished, self._is_shutdown = maxsize, 0, False
        self._getters, self._putters = collections.deque(), collections.deque()  # who waits
        self._finished = Event()
        self._finished.set()
        self._init(maxsize)

    __class_getitem__ = classmethod(GenericAlias)

    def _init(self, maxsize):
        self._queue = collections.deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def _info(self):
        info = f"maxsize={self._maxsize!r}"
        if self._queue:
            info += f" _queue={list(self._queue)!r}"
        if self._getters:
            info += f" _getters[{len(self._getters)}]"
        if self._putters:
            info += f" _putters[{len(self._putters)}]"
        if self._unfinished:
            info += f" tasks={self._unfinished}"
        return info

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._info()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._info()}>"

    @staticmethod
    def _wake(waiters):
        """The first of them that still waits."""
        woken = False
        while waiters and not woken:
            waiter = waiters.popleft()
            woken = not waiter.done()
            if woken:
                waiter.set_result(None)

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
        if self._is_shutdown or self.full():
            raise QueueShutDown if self._is_shutdown else QueueFull
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
            raise QueueShutDown if self._is_shutdown else QueueEmpty
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
            while immediate and not self.empty():
                self._get()
                self._unfinished = max(self._unfinished - 1, 0)
            if immediate and self._unfinished == 0:
                self._finished.set()
            for waiters in (self._getters, self._putters):
                while waiters:
                    self._wake(waiters)


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
