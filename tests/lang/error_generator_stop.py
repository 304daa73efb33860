# StopIteration in a generator: the chain that is printed.
def f():
    yield next(iter(()))


next(f())
