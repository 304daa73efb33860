# yield from: values, sent values, exceptions and the result pass through.
def inner():
    received = yield 1
    print("received", received)
    try:
        yield 2
    except ValueError as error:
        print("inner handled", error)
        yield 3
    return "result"


def outer():
    result = yield from inner()
    print("result", result)
    yield from [10, 20]
    yield from range(2)
    return "end"


g = outer()
print(next(g), g.send("s"), g.throw(ValueError("v")), list(g))


def chain(*iterables):
    for i in iterables:
        yield from i


print(list(chain("ab", (1,), {5: 6}, inner())))


def bad():
    yield from 5


try:
    next(bad())
except TypeError as error:
    print(error)
