# Asynchronous generators that a program leaves half-way: the loop ends them, in tasks of its own.
import asyncio


async def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print(name, "ends in", asyncio.current_task().get_name())


kept = []


async def keep():
    g = numbers("kept")
    kept.append(g)
    print(await anext(g), "in", asyncio.current_task().get_name())


async def drop():
    async for n in numbers("dropped"):
        print(n, "in", asyncio.current_task().get_name())
        break
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("left")


async def closed_by_hand():
    g = numbers("closed")
    print(await anext(g))
    await g.aclose()
    try:
        await anext(g)
    except StopAsyncIteration:
        print("over")


async def fails_at_the_end():
    try:
        yield 1
    finally:
        raise KeyError("no end")


async def leave_it_failing():
    kept.append(fails_at_the_end())
    print(await anext(kept[-1]))

asyncio.run(keep())
asyncio.run(drop())
asyncio.run(closed_by_hand())
with asyncio.Runner() as runner:
    runner.run(drop())
    runner.get_loop().set_exception_handler(
        lambda loop, context: print(context["message"][:50], repr(context["exception"])))
    runner.run(leave_it_failing())
    print("the runner ends")
print("after")
