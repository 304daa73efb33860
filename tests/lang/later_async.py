# Coroutines, an event loop.
import asyncio


async def work(name, n):
    for i in range(n):
        await asyncio.sleep(0)
        print(name, i)
    return name


async def main():
    print(await asyncio.gather(work("a", 2), work("b", 1)))


asyncio.run(main())
