"""The text of functions, classes, methods and lambdas."""
import functools
import inspect


def plain(a, b):
    # a comment inside

    return (a +
            b)
    # a comment at the end


# not part of it
def one_line(): return 1
x = 1


@functools.lru_cache(
    maxsize=None)
def decorated(n):
    text = """a string
with ) lines"""
    if n:
        return text

    return {
        "a": 1,
    }


class Shape:
    """A shape."""

    sides = 3

    def area(self):
        def helper():
            return 1
        return helper()

    @property
    def name(self):
        return "shape"

    class Inner:
        y = 2

        async def wait(self):
            pass


square = lambda v: v * v
pair = (lambda a: a,
        lambda b: b)


def wraps(f):
    @functools.wraps(f)
    def wrapper(*args):
        return f(*args)
    return wrapper


@wraps
def wrapped():
    return "inner"


for thing in (plain, one_line, decorated, Shape, Shape.area, Shape.name.fget, Shape.Inner,
              Shape.Inner.wait, Shape().area, square, pair[0], wrapped, plain.__code__):
    lines, number = inspect.getsourcelines(thing)
    print(number, repr(inspect.getsource(thing)))
print(repr(inspect.getcomments(one_line)), inspect.getcomments(Shape))
print(inspect.getfile(plain) == __file__ == inspect.getsourcefile(Shape), inspect.getmodulename("/a/b.py"))


def local():
    class Inside:
        z = 1
    return Inside


print(inspect.getsource(local()))
exec("def made(): pass")
for bad in (len, 3, int, made, inspect.getsource.__class__):
    try:
        print(inspect.getsource(bad))
    except (TypeError, OSError) as e:
        print(type(e).__name__, e)
print(inspect.getsource(inspect.currentframe())[:40])
print(inspect.signature(plain).parameters)
