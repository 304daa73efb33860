from contextlib import contextmanager, closing, suppress, nullcontext, ExitStack, ContextDecorator, AbstractContextManager
@contextmanager
def tag(name):
    "a tag"
    print("<%s>" % name)
    try:
        yield name.upper()
    except ZeroDivisionError as e:
        print("swallowed", e)
    finally:
        print("</%s>" % name)
with tag("b") as t:
    print(t)
with tag("i"):
    1 / 0
try:
    with tag("u"):
        raise KeyError("through")
except KeyError as e:
    print("outside", e, e.__context__)
print(tag.__name__, tag.__doc__, tag.__wrapped__.__name__)
@tag("deco")
def f(x):
    return x * 2
print(f(3), f(4), f.__name__)
@contextmanager
def bad0():
    if False:
        yield
@contextmanager
def bad2():
    yield
    yield
for bad in (bad0, bad2):
    try:
        with bad():
            print("in")
    except RuntimeError as e:
        print(e)
with suppress(KeyError, IndexError) as s:
    print(s)
    [][3]
print("after")
try:
    with suppress(KeyError):
        raise ValueError(1)
except ValueError as e:
    print("not suppressed", e)
class Closeable:
    def close(self):
        print("closed")
with closing(Closeable()) as c:
    print(type(c).__name__)
with nullcontext(7) as n:
    print(n)
with ExitStack() as stack:
    a = stack.enter_context(tag("one"))
    b = stack.enter_context(tag("two"))
    stack.callback(print, "callback", "args", sep="-")
    stack.push(lambda *exc: print("exit with", exc[0]))
    print(a, b)
with ExitStack() as stack:
    stack.enter_context(tag("outer"))
    1 / 0
with ExitStack() as stack:
    stack.callback(print, "moved")
    kept = stack.pop_all()
print("not yet")
kept.close()
class Timed(ContextDecorator):
    def __enter__(self):
        print("enter")
        return self
    def __exit__(self, *exc):
        print("exit", exc[0])
        return False
@Timed()
def g():
    print("g")
g()
try:
    with ExitStack() as s:
        s.enter_context(3)
except TypeError as e:
    print(e)
class Own(AbstractContextManager):
    def __exit__(self, *a):
        print("own exit")
with Own() as o:
    print(isinstance(o, AbstractContextManager), issubclass(Closeable, AbstractContextManager), issubclass(Timed, AbstractContextManager))
