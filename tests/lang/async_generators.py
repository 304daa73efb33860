# Asynchronous generators: asend, athrow, aclose, and awaiting in between.
class Pass:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        return (yield self.v)


def run(awaitable, *values):
    it = awaitable.__await__()
    try:
        out = [next(it)]
        for v in values:
            out.append(it.send(v))
        print("  yields", out)
    except StopIteration as e:
        print("  result", e.value)
    except BaseException as e:
        print(" ", type(e).__name__, e)


async def count(n):
    try:
        i = 0
        while i < n:
            try:
                got = yield i
                print("    got", got)
            except ValueError as e:
                print("    caught", e)
                got = yield "after error"
            i += 1
        await Pass("end")
    finally:
        print("    finally")


g = count(3)
print(g.ag_running, g.ag_await, g.ag_code.co_name, g.ag_frame is not None, type(g).__name__, g.__name__)
print(aiter(g) is g, g.__aiter__() is g)
run(g.__anext__())
run(g.asend("s"))
run(g.athrow(ValueError("t")))
run(g.asend("u"))
run(g.asend("v"))
run(g.asend("w"), None)
run(g.__anext__())
run(g.aclose())

print("closing")
g = count(3)
run(anext(g))
run(g.aclose())
run(g.aclose())
run(anext(g))
run(anext(g, "default"))
run(g.athrow(KeyError("late")))

print("not started")
g = count(3)
run(g.asend(1))
run(g.aclose())
g = count(3)
run(g.athrow(KeyError("early")))
run(anext(g, "d"))


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


print("ignores")
g = ignores()
run(anext(g))
run(g.aclose())


async def waits():
    try:
        await Pass("w1")
        yield 1
    finally:
        await Pass("w2")


print("waits")
g = waits()
a = g.asend(None)
print(a.send(None), g.ag_running)
try:
    g.asend(None).send(None)
except RuntimeError as e:
    print(e)
try:
    g.aclose().send(None)
except RuntimeError as e:
    print(e)
try:
    a.send(None)
except StopIteration as e:
    print("value", e.value, g.ag_running)
try:
    a.send(None)
except RuntimeError as e:
    print(e)
c = g.aclose()
print(c.send(None))
try:
    c.send(None)
except StopIteration as e:
    print("closed", e.value)


async def nested():
    async for x in count(2):
        yield x * 10
    async for y in (z async for z in count(1) if await Pass("p") or True):
        yield y


async def collect():
    return [v async for v in nested()]


run(collect(), None, None, None, None)
print(repr(count(1)).split(" at ")[0], repr(collect.__code__.co_flags & 0x80), repr(count.__code__.co_flags & 0x200))
