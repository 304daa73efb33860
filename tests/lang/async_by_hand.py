import sys
class Later:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return got
async def f(x):
    print("f starts")
    a = await Later(x)
    print("got", a)
    b = await Later(x + 1)
    return a, b
def run(c, *values):
    try:
        print("yielded", c.send(None))
        for v in values:
            print("yielded", c.send(v))
    except StopIteration as e:
        print("returned", e.value)
async def g():
    r = await f(10)
    return ["g", r]
run(g(), "x", "y")
class CM:
    async def __aenter__(self):
        print("enter"); return await Later("in")
    async def __aexit__(self, *a):
        print("exit", a[0]); await Later("out"); return True
class It:
    def __init__(self,n): self.n=n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        return await Later(self.n)
async def h():
    async with CM() as x:
        print("body", x)
        1/0
    async for i in It(3):
        print("i", i)
        if i == 99: break
    else: print("else")
    print([i async for i in It(2)], {i async for i in It(1)}, {i: i async for i in It(1) if True})
    print([await Later(q) for q in (1,2)])
    return 5
run(h(), *"abcdefghijklmn")
async def ag(n):
    for i in range(n):
        r = yield i
        print("r", r)
        await Later("w%d" % i)
async def use():
    async for v in ag(2): print("v", v)
    a = ag(3)
    print(await a.__anext__())
    print(await a.asend("hello"))
    try:
        await a.athrow(ValueError("boo"))
    except ValueError as e: print("caught", e)
    print(await anext(a, "default"))
    b = ag(1); await anext(b); await b.aclose()
    print([x async for x in (y async for y in ag(1))])
run(use(), *range(30))
c = f(1); print(c.cr_running, c.cr_await, c.cr_frame is not None, c.cr_code.co_name, c.cr_origin); c.close()
f(3)
try: c.send(None)
except RuntimeError as e: print(e)
x = f(5)
