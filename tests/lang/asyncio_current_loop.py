# Which event loop get_event_loop() gives, and when there is none.
import asyncio, sys, warnings
loop = asyncio.get_event_loop()
print(loop is asyncio.get_event_loop())
async def f(): return 1
print(loop.run_until_complete(f()))
asyncio.run(f())
try: asyncio.get_event_loop()
except RuntimeError as e: print(e)
asyncio.set_event_loop(None)
try: asyncio.get_event_loop()
except RuntimeError as e: print(e)
loop.close()
