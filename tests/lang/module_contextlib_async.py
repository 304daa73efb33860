from contextlib import asynccontextmanager, AsyncExitStack, aclosing, nullcontext, AbstractAsyncContextManager
def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value
@asynccontextmanager
async def managed(name):
    print("enter", name)
    try:
        yield name.upper()
    except ZeroDivisionError as e:
        print("swallowed", e)
    finally:
        print("exit", name)
async def main():
    async with managed("a") as a:
        print(a)
    async with managed("b"):
        1 / 0
    try:
        async with managed("c"):
            raise KeyError("x")
    except KeyError as e:
        print("through", e)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(managed("one"))
        stack.callback(print, "sync callback")
        async def cb(x): print("async callback", x)
        stack.push_async_callback(cb, 5)
        print("body")
    async def gen():
        try:
            yield 1
            yield 2
        finally:
            print("closed")
    async with aclosing(gen()) as g:
        async for x in g:
            print(x)
            break
    async with nullcontext(3) as n:
        print(n)
    @managed("deco")
    async def f(): return 7
    print(await f())
    return "done"
print(run(main()))
class M(AbstractAsyncContextManager):
    async def __aexit__(self, *a): print("M exit")
async def more():
    async with M() as m:
        print(isinstance(m, AbstractAsyncContextManager))
run(more())
