def run(c):
    out = []
    try:
        while True:
            out.append(c.send(None))
    except StopIteration as e:
        return out, e.value


class Tick:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        yield "tick"
        return self.v


async def arange(n):
    for i in range(n):
        await Tick(0)
        yield i


async def f():
    a = [x async for x in arange(3)]
    b = {x: y async for x in arange(2) for y in "ab"}
    c = {x + y for x in range(2) async for y in arange(2)}
    d = [await Tick(x) for x in range(3) if await Tick(x)]
    e = [[j async for j in arange(i)] async for i in arange(3)]
    g = (x * 2 async for x in arange(3) if x != 1)
    h = [v async for v in g]
    k = (await Tick(x) for x in "pq")
    m = [v async for v in k]
    x = "kept"
    n = [x async for x in arange(1)]
    return a, b, c, d, e, h, m, x, n, type(g).__name__, type(k).__name__


print(run(f()))


async def outer():
    fs = [lambda: x async for x in arange(3)]
    return [q() for q in fs], [z for z in [y async for y in arange(2)]]


print(run(outer()))


class A:
    async def go(self):
        return [self.__name async for self.__name in arange(2)]


print(run(A().go()))
