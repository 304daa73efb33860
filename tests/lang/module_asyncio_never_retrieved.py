# test: stderr=last
import asyncio
async def bad():
    raise ValueError("nobody asks")
async def main():
    task = asyncio.create_task(bad())
    await asyncio.sleep(0.01)
    print("done", task.done())
asyncio.run(main())
