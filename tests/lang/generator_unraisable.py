# test: stderr=last
def g():
    try:
        yield 1
    finally:
        print("finally")
        raise ValueError("in finally")


it = g()
next(it)
del it
print("after")


def h():
    yield 1
    try:
        yield 2
    except GeneratorExit:
        yield 3


i = h()
next(i)
next(i)
del i
print("end")
