"""The plain and the asynchronous managers answer exceptions alike."""
import asyncio
import contextlib


class Raises:
    def __init__(self, error):
        self.error = error

    def __enter__(self):
        return self

    def __exit__(self, *details):
        raise self.error

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        raise self.error


def chain(error):
    names = []
    while error is not None:
        names.append(f"{type(error).__name__}{error.args}")
        error = error.__context__
    return " < ".join(names)


def body(answer):
    try:
        yield "value"
    except BaseException as error:
        if answer == "same":
            raise
        if answer == "swallow":
            return
        if answer == "again":
            yield 2
        if answer == "caused":
            raise RuntimeError("mine") from error
        if answer == "plain":
            raise RuntimeError("mine")
        raise KeyError(answer)
    if answer == "twice":
        yield 3


async def async_body(answer):
    try:
        yield "value"
    except BaseException as error:
        if answer == "same":
            raise
        if answer == "swallow":
            return
        if answer == "again":
            yield 2
        if answer == "caused":
            raise RuntimeError("mine") from error
        if answer == "plain":
            raise RuntimeError("mine")
        raise KeyError(answer)
    if answer == "twice":
        yield 3


errors = (None, ValueError("x"), StopIteration("x"), StopAsyncIteration("x"), RuntimeError("x"))
answers = ("same", "swallow", "again", "caused", "plain", "other", "twice")


def sync_half():
    for answer in answers:
        for error in errors:
            try:
                with contextlib.contextmanager(body)(answer) as value:
                    if error is not None:
                        raise type(error)("x")
                print(answer, repr(error), "went on", value)
            except BaseException as raised:
                print(answer, repr(error), chain(raised))


async def async_half():
    for answer in answers:
        for error in errors:
            try:
                async with contextlib.asynccontextmanager(async_body)(answer) as value:
                    if error is not None:
                        raise type(error)("x")
                print(answer, repr(error), "went on", value)
            except BaseException as raised:
                print(answer, repr(error), chain(raised))


def sync_stack(count, first, swallow):
    try:
        with contextlib.ExitStack() as stack:
            for i in range(count):
                stack.enter_context(Raises(KeyError(i)))
            if swallow:
                stack.push(lambda *details: print("told", details[0]) or True)
            if first:
                raise ValueError("first")
        print("went on")
    except BaseException as raised:
        print(count, first, chain(raised))


async def async_stack(count, first, swallow):
    try:
        async with contextlib.AsyncExitStack() as stack:
            for i in range(count):
                await stack.enter_async_context(Raises(KeyError(i)))
            if swallow:
                stack.push(lambda *details: print("told", details[0]) or True)
            if first:
                raise ValueError("first")
        print("went on")
    except BaseException as raised:
        print(count, first, chain(raised))


sync_half()
asyncio.run(async_half())
for count in range(3):
    for first in (False, True):
        for swallow in (False, True):
            sync_stack(count, first, swallow)
            asyncio.run(async_stack(count, first, swallow))
try:
    raise OSError("outer")
except OSError:
    sync_stack(2, True, False)
    sync_stack(2, False, False)
print([c.__name__ for c in contextlib.nullcontext.__mro__])
print([c.__name__ for c in type(contextlib.contextmanager(body)("same")).__mro__])
