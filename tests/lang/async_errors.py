# What await, async with and async for refuse, and how coroutines end.
def drive(coro):
    try:
        while True:
            print("  yielded", coro.send(None))
    except StopIteration as e:
        print("  returned", e.value)
    except Exception as e:
        print(" ", type(e).__name__, e, "| cause:", repr(e.__cause__))


class BadAwait:
    def __await__(self):
        return 5


class CoroAwait:
    def __await__(self):
        return ok()


class NoAexit:
    async def __aenter__(self):
        pass


class Plain:
    def __aenter__(self):
        return 3

    def __aexit__(self, *a):
        return 4


class Half:
    async def __aenter__(self):
        return self

    def __aexit__(self, *a):
        return 4


class BadAiter:
    def __aiter__(self):
        return 7


class BadAnext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 8


async def ok():
    return 1


async def await_it(x):
    return await x


async def with_it(x):
    async with x:
        print("  in")


async def for_it(x):
    async for v in x:
        print("  v", v)


async def stops():
    raise StopIteration("early")


async def stops_async():
    raise StopAsyncIteration


async def yields():
    yield 1
    raise StopAsyncIteration


async def yields_stop():
    yield 1
    raise StopIteration


for bad in (5, BadAwait(), CoroAwait(), None, len):
    drive(await_it(bad))
for bad in (5, NoAexit(), Plain(), Half()):
    drive(with_it(bad))
for bad in ([], BadAiter(), BadAnext(), yields(), yields_stop()):
    drive(for_it(bad))
drive(stops())
drive(stops_async())

c = ok()
try:
    c.send(1)
except TypeError as e:
    print(e)
try:
    for x in c:
        pass
except TypeError as e:
    print(e)
try:
    next(c)
except TypeError as e:
    print(e)
drive(c)
for again in (lambda: c.send(None), lambda: c.throw(ValueError), lambda: drive(await_it(c))):
    try:
        again()
    except RuntimeError as e:
        print(e)
print(c.close())


def gen():
    yield from ok2


ok2 = ok()
try:
    list(gen())
except TypeError as e:
    print(e)
drive(ok2)
try:
    with Plain():
        pass
except TypeError as e:
    print(e)
for f in (aiter, anext):
    try:
        f([])
    except TypeError as e:
        print(e)
try:
    aiter(BadAiter())
except TypeError as e:
    print(e)
