async def third(x):
    return 1 // x


async def second(x):
    async with Manager():
        return await third(x)


async def first(x):
    return [await second(y) for y in (x,)]


class Manager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *a):
        return False


first(0).send(None)
