"""asyncio's modules: where things are from, and what they have in common."""
import asyncio
import asyncio.queues
from asyncio import events, exceptions
from asyncio.tasks import gather
import sys

print(asyncio.__package__, [m in sys.modules for m in ("asyncio.events", "asyncio.tasks", "asyncio.locks")])
print(asyncio.queues.Queue is asyncio.Queue, exceptions.CancelledError is asyncio.CancelledError, gather is asyncio.gather)
for name in ("Queue", "Lock", "Event", "Semaphore", "Barrier", "Task", "Future", "TaskGroup", "Timeout", "Runner", "run",
             "gather", "wait", "shield", "sleep", "timeout", "Handle", "AbstractEventLoop", "CancelledError",
             "InvalidStateError", "QueueEmpty", "QueueFull", "iscoroutine", "isfuture", "get_running_loop", "to_thread"):
    print(name, getattr(asyncio, name).__module__)


async def main():
    loop = asyncio.get_running_loop()
    print(type(loop).__name__, type(loop).__module__, loop, isinstance(loop, asyncio.BaseEventLoop), events._get_running_loop() is loop)

    async def value(n, delay=0):
        await asyncio.sleep(delay)
        if n < 0:
            raise ValueError(n)
        return n

    print(await asyncio.gather(value(1, 0.02), value(2), value(3, 0.01)))
    same = value(5)
    print(await asyncio.gather(same, same))
    print(await asyncio.gather(value(1), value(-2), value(3), return_exceptions=True))
    try:
        await asyncio.gather(value(1), value(-2), value(-3, 0.01))
    except ValueError as e:
        print("raised", e)
    done = loop.create_future()
    done.set_result("done")
    print(await asyncio.gather(done, value(4)), await asyncio.gather())
    outer = asyncio.gather(value(1, 1), value(2, 1))
    loop.call_later(0.01, outer.cancel)
    try:
        await outer
    except asyncio.CancelledError as e:
        print("cancelled", repr(e), outer.cancelled())
    print(await asyncio.wait_for(value(7), 1))
    try:
        await asyncio.wait_for(value(7, 2), 0.01)
    except TimeoutError as e:
        print("late", repr(e))
    try:
        await asyncio.wait_for(value(-7), None)
    except ValueError as e:
        print(repr(e))


asyncio.run(main())
