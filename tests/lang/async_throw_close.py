# throw() and close() of coroutines, through what they await.
class Later:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        try:
            got = yield self.name
            print("   ", self.name, "got", got)
            return got
        except ValueError as e:
            print("   ", self.name, "caught", e)
            return "mended"
        finally:
            print("   ", self.name, "done")


async def inner(n):
    try:
        a = await Later("first" + n)
        b = await Later("second" + n)
        return a, b
    except KeyError as e:
        print("  inner caught", repr(e))
        return "key"
    finally:
        print("  inner ends")


async def outer(n):
    try:
        return "outer", await inner(n)
    except GeneratorExit:
        print(" outer is closed")
        raise
    finally:
        print(" outer ends")


def show(f):
    try:
        print("->", f())
    except StopIteration as e:
        print("-> stop", e.value)
    except BaseException as e:
        print("->", type(e).__name__, e)


c = outer("A")
show(lambda: c.send(None))
print(c.cr_await.cr_code.co_name, type(c.cr_await.cr_await).__name__, c.cr_running, c.cr_suspended)
show(lambda: c.throw(ValueError("v")))
show(lambda: c.send("x"))

c = outer("B")
show(lambda: c.send(None))
show(lambda: c.throw(KeyError("k")))

c = outer("C")
show(lambda: c.send(None))
show(lambda: c.close())
show(lambda: c.close())

c = outer("D")
show(lambda: c.close())

c = outer("E")
show(lambda: c.throw(RuntimeError("at once")))


async def stubborn():
    try:
        await Later("s")
    except GeneratorExit:
        await Later("again")


c = stubborn()
show(lambda: c.send(None))
show(lambda: c.close())
show(lambda: c.close())

w = outer("F").__await__()
print(type(w).__name__, iter(w) is w)
show(lambda: next(w))
show(lambda: w.send(1))
show(lambda: w.throw(ValueError("w")))


async def shared(x):
    return await x


one = inner("G")
p, q = shared(one), shared(one)
show(lambda: p.send(None))
show(lambda: q.send(None))
show(lambda: p.close())
