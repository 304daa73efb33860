# The traceback of a thrown exception.
def f():
    yield 1


g = f()
next(g)
g.throw(ValueError("thrown"))
