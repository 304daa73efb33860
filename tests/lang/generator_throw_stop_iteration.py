# StopIteration thrown in: at a yield, before the start, after the end, and where `yield from` waits.

def attempt(f):
    try:
        return f()
    except BaseException as e:
        return type(e).__name__, str(e), repr(e.__cause__)


def plain():
    yield 1


def waiting(what):
    try:
        got = yield from what
        print("the value is", got)
    except StopIteration as e:
        print("caught", repr(e.value))
        raise
    yield "on"


class Counter:
    n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        return self.n


class Answers(Counter):
    def throw(self, *args):
        raise StopIteration("an answer")


def inner():
    try:
        yield 1
    except ValueError:
        return "inner's"


def at(g):
    next(g)
    return g


def finished():
    g = plain()
    list(g)
    return g


for exception in (StopIteration, StopIteration(4), ValueError("v"), KeyError):
    print(attempt(lambda: plain().throw(exception)))
    print(attempt(lambda: at(plain()).throw(exception)))
    print(attempt(lambda: finished().throw(exception)))
    for what in (range(3), Counter(), Answers(), inner(), plain()):
        print(attempt(lambda: at(waiting(what)).throw(exception)))


class Awaitable:
    def __await__(self):
        return Counter()


async def task():
    print("awaited", await Awaitable())


for exception in (StopIteration, StopIteration(4)):
    c = task()
    c.send(None)
    print(attempt(lambda: c.throw(exception)))
    c.close()
