def run(c):
    try:
        while True:
            print("   ", c.send(None))
    except StopIteration as e:
        print("  =", e.value)
    except Exception as e:
        print("  !", type(e).__name__, e)


class Step:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        yield self.v
        return self.v


class CM:
    def __init__(self, name, swallow=False, broken=None):
        self.name, self.swallow, self.broken = name, swallow, broken

    async def __aenter__(self):
        await Step("enter " + self.name)
        if self.broken == "enter":
            raise OSError("cannot enter")
        return self.name

    async def __aexit__(self, kind, value, tb):
        await Step(f"exit {self.name} {kind and kind.__name__}")
        if self.broken == "exit":
            raise OSError("cannot exit")
        return self.swallow


async def returns():
    async with CM("a") as a, CM("b") as b:
        return a + b


async def raises(swallow):
    async with CM("c", swallow):
        async with CM("d"):
            raise KeyError("inside")
    return "after"


async def loops():
    for i in range(4):
        async with CM(f"loop{i}"):
            if i == 0:
                continue
            if i == 2:
                break
            await Step(i)
    return i


async def broken(where):
    try:
        async with CM("e", broken=where):
            print("  body")
    except OSError as e:
        return str(e), repr(e.__context__)


async def try_finally():
    try:
        await Step("try")
        1 / 0
    except ZeroDivisionError:
        await Step("except")
        return "r"
    finally:
        await Step("finally")


async def items(n):
    for i in range(n):
        yield i


async def for_else(n, stop):
    async for i in items(n):
        if i == stop:
            break
        if i % 2:
            continue
        await Step(i)
    else:
        return "no break"
    return "break"


async def for_return():
    async for i in items(5):
        async for j in items(5):
            if i * j == 6:
                return i, j


for c in (returns(), raises(False), raises(True), loops(), broken("enter"), broken("exit"), try_finally(),
          for_else(5, 3), for_else(3, 7), for_return()):
    print(c.__name__)
    run(c)
