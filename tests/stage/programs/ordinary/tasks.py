import asyncio

async def fetch(name, delay):
    print("start", name)
    for i in range(3):
        await asyncio.sleep(delay)
        print(name, i)
    return name.upper()

async def main():
    a = asyncio.create_task(fetch("a", 0.1))
    b = asyncio.create_task(fetch("b", 0.15))
    results = await asyncio.gather(a, b)
    print(results)

asyncio.run(main())
