# return in a generator, with tuples and exceptions as values.
def f(value):
    yield
    return value


for value in (None, 1, (1, 2), (), ValueError("v")):
    g = f(value)
    next(g)
    try:
        next(g)
    except StopIteration as stop:
        print(repr(stop.value), repr(stop))
