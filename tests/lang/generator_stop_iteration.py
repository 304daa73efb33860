# StopIteration that leaves a generator's body becomes RuntimeError.
def f():
    yield 1
    raise StopIteration("mine")


g = f()
print(next(g))
try:
    next(g)
except RuntimeError as error:
    print(error, repr(error.__cause__), repr(error.__context__))


def h():
    yield next(iter([]))


try:
    list(h())
except RuntimeError as error:
    print(error)
