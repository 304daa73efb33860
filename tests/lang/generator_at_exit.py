def g(name):
    try:
        yield name
    finally:
        print("closing", name)


a = g("a")
next(a)
b = g("not started")
c = g("exhausted")
list(c)


def outer():
    yield from g("inner")


d = outer()
next(d)
e = (x for x in range(3))
next(e)
print("end of the program")
