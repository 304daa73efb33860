import asyncio,sys
async def f(): await asyncio.sleep(0); raise KeyError(1)
async def main():
    tk=asyncio.create_task(f())
    try: await tk
    except KeyError: print("c")
    print(sys.exception())
    tk=asyncio.create_task(asyncio.sleep(5)); await asyncio.sleep(0)
    tk.cancel()
    try: await tk
    except asyncio.CancelledError: print("c")
    print(sys.exception())
asyncio.run(main())


async def condition():
    lock, woken = asyncio.Condition(), []

    async def wait(name):
        async with lock:
            await lock.wait()
            woken.append(name)

    tasks = [asyncio.create_task(wait(name)) for name in "abc"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0.01)
    print(woken, [task.done() for task in tasks])
    async with lock:
        lock.notify_all()
    await asyncio.sleep(0.01)
    print(woken, tasks[0].cancelled())
    future = asyncio.get_running_loop().create_future()
    try:
        future.set_exception(StopIteration(1))
    except TypeError as error:
        print(error)
    else:
        print(repr(future.exception()), repr(future.exception().__cause__))
    if not future.done():
        future.set_result(1)
    try:
        future.set_result(2)
    except asyncio.InvalidStateError as error:
        print(error, error.__context__)


asyncio.run(condition())
