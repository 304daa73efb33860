import types


@types.coroutine
def sleep(n):
    got = yield n
    return got


async def main():
    return [await sleep(i) for i in range(3)]


c = main()
value = None
try:
    while True:
        value = c.send(value)
        print("sleeping", value)
        value *= 10
except StopIteration as e:
    print(e.value)
print(type(sleep(1)).__name__, sleep.__code__.co_flags & 0x100, types.coroutine(main) is main)


def g():
    yield 1


async def bad():
    await g()


try:
    bad().send(None)
except TypeError as e:
    print(e)
code = g.__code__.replace(co_name="renamed", co_firstlineno=100)
print(code.co_name, code.co_firstlineno, g.__code__.co_name, isinstance(g(), types.GeneratorType), isinstance(c, types.CoroutineType))


def one():
    return 1


def two():
    return 2


one.__code__ = two.__code__
print(one(), one.__name__)
try:
    one.__code__ = 5
except TypeError as e:
    print(e)


def outer():
    x = 1

    def inner():
        return x
    return inner


try:
    one.__code__ = outer().__code__
except ValueError as e:
    print(e)
