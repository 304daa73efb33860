# The debug mode of asyncio checks what is to be called; what it would tell of CPython's own files is refused.
import asyncio
import logging
logging.basicConfig(level=logging.DEBUG, format="%(levelname)s|%(name)s|%(message)s")
async def boom():
    raise ValueError("x")
async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    for wrong in 5, main, "text":
        for method in loop.call_soon, lambda f: loop.call_later(1, f):
            try:
                method(wrong)
            except TypeError as e:
                print(e if wrong != main else str(e)[:30])
    await asyncio.gather(asyncio.sleep(0.1), asyncio.sleep(0.2))
    loop.set_debug(False)
    print(loop)
    task = asyncio.create_task(boom())
    await asyncio.wait([task])
    del task
    return "done"
print(asyncio.run(main(), debug=True))
with asyncio.Runner(debug=True) as runner:
    print(runner.get_loop())
