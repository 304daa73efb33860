import asyncio
async def fetch(name, delay):
    print("start", name)
    await asyncio.sleep(delay)
    print("end", name)
    return name.upper()
async def main():
    print(await fetch("one", 0.01))
    results = await asyncio.gather(fetch("a", 0.03), fetch("b", 0.01), fetch("c", 0.02))
    print(results)
    task = asyncio.create_task(fetch("bg", 0.01), name="background")
    print(task.get_name(), task.done(), asyncio.current_task().get_name())
    await asyncio.sleep(0)
    print("after yield")
    print(await task, task.done(), task.result())
    async def worker(n, queue):
        while True:
            item = await queue.get()
            print("worker", n, "got", item)
            await asyncio.sleep(0.001 * item)
            queue.task_done()
    q = asyncio.Queue()
    for i in (3, 1, 2):
        q.put_nowait(i)
    workers = [asyncio.create_task(worker(i, q)) for i in range(2)]
    await q.join()
    for w in workers:
        w.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except asyncio.TimeoutError as e:
        print("timeout", repr(e))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timed out")
    async def fail(n):
        await asyncio.sleep(0.001 * n)
        raise ValueError(n)
    try:
        await asyncio.gather(fail(1), fail(2))
    except ValueError as e:
        print("first failure", e)
    print(await asyncio.gather(fail(1), asyncio.sleep(0, "fine"), return_exceptions=True))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fetch("tg", 0.001))
            tg.create_task(fail(2))
            tg.create_task(asyncio.sleep(3))
    except* ValueError as eg:
        print(eg.exceptions, eg)
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(d, d)) for d in (0.001, 0.5)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), [t.result() for t in done])
    for p in pending:
        p.cancel()
    for coro in asyncio.as_completed([asyncio.sleep(0.003, 3), asyncio.sleep(0.001, 1)]):
        print(await coro)
    lock = asyncio.Lock()
    async def critical(n):
        async with lock:
            print("in", n)
            await asyncio.sleep(0.001)
            print("out", n)
    await asyncio.gather(critical(1), critical(2))
    ev = asyncio.Event()
    async def waiter():
        await ev.wait()
        return "event"
    t = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    ev.set()
    print(await t)
    sem = asyncio.Semaphore(2)
    async def limited(n):
        async with sem:
            print("sem", n)
            await asyncio.sleep(0.001)
    await asyncio.gather(*(limited(i) for i in range(4)))
    t = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    t.cancel("enough")
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled", e, t.cancelled())
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    loop.call_soon(fut.set_result, 42)
    loop.call_later(0.001, print, "later")
    print(await fut, fut)
    await asyncio.sleep(0.002)
    return "done"
print(asyncio.run(main()))
try:
    asyncio.run(3)
except (ValueError, TypeError) as e:
    print(e)
async def nested():
    c = main()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()
asyncio.run(nested())
async def boom():
    raise KeyError("out")
try:
    asyncio.run(boom())
except KeyError as e:
    print(repr(e))
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
print(asyncio.iscoroutinefunction(main), issubclass(asyncio.CancelledError, Exception), asyncio.CancelledError)
