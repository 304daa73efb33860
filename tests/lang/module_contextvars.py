# contextvars, alone and in tasks.
import contextvars as c, asyncio, re
def show(f):
    try: print(re.sub("0x[0-9a-f]+", "0x", repr(f())))
    except Exception as e: print(type(e).__name__, re.sub("0x[0-9a-f]+", "0x", str(e)))
x = c.ContextVar("x", default=1); y = c.ContextVar("y")
print(x.name, x.get(), y.get("d"), type(x)); show(lambda: x); show(lambda: x.set(3))
for f in (lambda: y.get(), lambda: c.ContextVar(1), lambda: y.reset(3), lambda: y.reset(x.set(1)), lambda: c.copy_context()[y], lambda: c.copy_context()[1], lambda: c.ContextVar[int], lambda: c.Context() == c.Context(), lambda: c.copy_context() == c.copy_context(), lambda: c.Token()): show(f)
t = y.set(1); y.reset(t); show(lambda: y.reset(t)); show(lambda: t); t = x.set(5); show(lambda: c.copy_context().run(lambda: x.reset(t)))
k = c.copy_context(); show(lambda: k.run(lambda: k.run(print)))
print(t.old_value, t.var is x, y.set(1).old_value, len(k), x in k, k[x], dict(k) == {x: 5}, k.get(y), list(k.values()))
def change(): x.set(99); return x.get()
print(k.run(change), x.get(), k[x], k.copy()[x])
request = c.ContextVar("request")
async def worker(n):
    request.set(n)
    for _ in range(3 * (3 - n)):
        await asyncio.sleep(0)
    print("worker", n, request.get())
    await child(n)
async def child(n):
    await asyncio.sleep(0); print("child", n, request.get())
async def main():
    request.set("main")
    await asyncio.gather(*(worker(i) for i in range(3)))
    print(request.get())
    t = asyncio.create_task(worker(7)); await t; print(request.get())
    asyncio.get_running_loop().call_soon(lambda: print("cb", request.get())); request.set("later"); await asyncio.sleep(0)
    async with asyncio.TaskGroup() as tg: tg.create_task(worker(1)); tg.create_task(worker(2))
    ctx = c.copy_context(); ctx.run(request.set, "ctx"); await asyncio.create_task(child(9), context=ctx)
asyncio.run(main()); show(lambda: request.get())
