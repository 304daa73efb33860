# close and throw reach the innermost generator first.
def inner():
    try:
        yield 1
    finally:
        print("inner")


def outer():
    try:
        yield from inner()
    finally:
        print("outer")


g = outer()
next(g)
g.close()
g = outer()
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as error:
    print(repr(error))


def over_list():
    try:
        yield from [1, 2]
    except ValueError:
        yield "thrown"


g = over_list()
print(next(g), g.throw(ValueError), list(g))
