"""throw() with classes that cannot be instantiated, and with wrong arguments."""
class E(Exception):
    def __new__(cls, *args, **kwargs):
        return cls
def gen():
    try:
        yield 1
    except BaseException as e:
        print("in gen", type(e), e)
        yield 2
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: gen().throw(E))
g = gen(); next(g)
t(lambda: g.throw(E))
t(lambda: next(g))
def r(): raise E
t(r)
def r(): raise E(1)
t(r)
class F(Exception):
    def __new__(cls, *a):
        raise KeyError("new")
g = gen(); next(g)
t(lambda: g.throw(F))
def r(): raise F
t(r)
t(lambda: gen().throw(3))
t(lambda: gen().throw(ValueError, "x"))
t(lambda: gen().throw(ValueError, ValueError("y")))
t(lambda: gen().throw(ValueError("z"), "x"))
t(lambda: gen().throw(ValueError, None, 3))
t(lambda: gen().throw())
t(lambda: gen().throw(int))
t(lambda: gen().throw(ValueError, (1, 2)))



def handling():
    try:
        raise KeyError("a")
    except Exception:
        try:
            yield
        except Exception as e:
            print(repr(e), repr(e.__context__))
            yield "b"


g = handling()
next(g)
print(g.throw(ValueError("thrown")))


def names():
    import sys
    f, found = sys._getframe(1), []
    while f:
        found.append(f.f_code.co_name)
        f = f.f_back
    return found


def inner():
    try:
        yield
    except ValueError:
        print(names())
        yield


def outer():
    yield from inner()


g = outer()
next(g)
g.throw(ValueError)
