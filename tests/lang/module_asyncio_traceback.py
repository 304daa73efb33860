# test: stderr=last
import asyncio
async def child():
    await asyncio.sleep(0)
    return 1 / 0
async def main():
    try:
        await child()
    finally:
        print("leaving")
asyncio.run(main())
