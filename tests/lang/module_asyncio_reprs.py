# What tasks, futures, handles and locks look like on their way.
import asyncio
import functools


def called(future):
    pass


def with_more(word, future, *, loud=False):
    pass


async def wait_a_little(seconds):
    await asyncio.sleep(seconds)
    return list(range(20))


async def wait_for(task):
    return await task


async def main():
    task = asyncio.create_task(wait_a_little(0.01))
    print(task)
    task.add_done_callback(called)
    task.add_done_callback(functools.partial(with_more, "hi", loud=True))
    await asyncio.sleep(0)
    print(task)
    task.add_done_callback(print)
    other = asyncio.create_task(wait_for(task), name="other")
    await asyncio.sleep(0)
    print(task)
    print(other)
    print(await other)
    print(task)
    third = asyncio.create_task(wait_a_little(1))
    print(third.get_name())
    await asyncio.sleep(0)
    third.cancel()
    print(third)
    try:
        await third
    except asyncio.CancelledError:
        print(third)
    async with asyncio.TaskGroup() as group:
        a = group.create_task(wait_a_little(0), name="a")
        b = group.create_task(wait_a_little(0))
        print(a, b, group, sep="\n")
    print(group)
    loop = asyncio.get_running_loop()
    print(loop.call_soon(called, 3))
    print(loop.call_soon(len, "abc"))
    late = loop.call_later(5, called, [1, 2])
    print(str(late).startswith("<TimerHandle when="), str(late).partition(" ")[2][-30:])
    late.cancel()
    print(str(late).startswith("<TimerHandle cancelled when="))
    queue = asyncio.Queue(3)
    queue.put_nowait("x")
    print(queue, repr(queue).startswith("<Queue at 0x"))
    print("[unlocked]" in repr(asyncio.Condition()))
    future = loop.create_future()
    future.set_result(future)
    print(future)


def breaks():
    raise ValueError("in a callback")


def tell(loop, context):
    print(context["message"], context["handle"], repr(context["exception"]))


async def handler():
    asyncio.get_running_loop().set_exception_handler(tell)
    asyncio.get_running_loop().call_soon(breaks)
    await asyncio.sleep(0)

asyncio.run(main())
asyncio.run(handler())
