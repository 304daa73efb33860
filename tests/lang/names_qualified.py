"""__qualname__ of what a global statement binds elsewhere; cells and exceptions whose fields are set."""


def outer():
    global made, Made

    def made():
        def inner():
            pass
        return inner

    class Made:
        def method(self):
            pass

    def local():
        pass
    return local


print(outer().__qualname__, made.__qualname__, made().__qualname__, Made.__qualname__, Made.method.__qualname__)


def counter():
    n = 1

    def get():
        return n
    return get


get = counter()
cell = get.__closure__[0]
cell.cell_contents = 7
print(get(), cell.cell_contents)
del cell.cell_contents
try:
    get()
except NameError as e:
    print(e)
try:
    cell.cell_contents
except ValueError as e:
    print(e)
other = counter().__closure__[0]
print(cell < other, cell == other, other == counter().__closure__[0], other >= cell)
try:
    hash(cell)
except TypeError as e:
    print(e)
for e in (AttributeError("x"), NameError("x"), ImportError("x"), StopIteration(1), SystemExit(2)):
    for field in ("name", "obj", "value", "code", "path"):
        if hasattr(e, field):
            setattr(e, field, "new")
            print(type(e).__name__, field, getattr(e, field))
            delattr(e, field)
            print(getattr(e, field))


class Slow(list):
    def __new__(cls, *args, **kw):
        return super().__new__(cls)


class Bare(list):
    pass


print(Slow([1, 2], extra=3))
for kind in (Bare, list, set, tuple, frozenset, float):
    try:
        kind(wrong=1)
    except TypeError as e:
        print(e)
