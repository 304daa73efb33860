# close raises GeneratorExit; what happens then.
def quiet():
    try:
        yield 1
    finally:
        print("cleanup")


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def failing():
    try:
        yield 1
    finally:
        raise KeyError("in finally")


for f in (quiet, stubborn, failing):
    g = f()
    g.close()
    g = f()
    next(g)
    try:
        print(g.close())
    except (RuntimeError, KeyError) as error:
        print(repr(error), repr(error.__context__))
    print(g.close())
