# No construct of the language keeps a reference that it should have given back.
import io
import sys


class Thing:
    __match_args__ = ("a",)

    def __init__(self):
        self.a = 1


thing = Thing()


def drive(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


def match_sequence():
    match [thing, thing, thing]:
        case [a, *rest, b] if a is None:
            pass
        case [x, y] | [x, y, _]:
            pass


def match_class():
    match thing:
        case Thing(2):
            pass
        case Thing(a=1) as t:
            pass


def match_mapping():
    match {"k": thing, "l": thing}:
        case {"k": int()}:
            pass
        case {"k": a, **rest}:
            pass


class Later:
    def __await__(self):
        got = yield thing
        return thing


async def coroutine():
    return [await Later(), thing]


async def agen():
    for i in range(3):
        yield thing


async def use_agen():
    async for x in agen():
        if x is None:
            break
    a = agen()
    await a.asend(None)
    await a.aclose()
    return [y async for y in agen()]


class Manager:
    async def __aenter__(self):
        return thing

    async def __aexit__(self, *a):
        return True


async def with_it():
    async with Manager() as m:
        raise ValueError(m)


def groups():
    try:
        raise ExceptionGroup("g", [ValueError(thing), KeyError(thing), OSError(thing)])
    except* ValueError as e:
        pass
    except* KeyError:
        pass
    except* OSError as e:
        try:
            raise LookupError(thing) from e
        except LookupError:
            pass


def group_left():
    try:
        try:
            raise ExceptionGroup("g", [ValueError(thing), KeyError(thing)])
        except* ValueError:
            pass
    except ExceptionGroup as e:
        e.split(KeyError)
        e.subgroup(lambda x: True)


def run_text():
    exec("y = x\nz = [x for _ in range(3)]", {"x": thing})
    eval("[x, x]", {"x": thing})
    eval("x", {}, {"x": thing})
    code = compile("x", "c", "eval")
    eval(code, {"x": thing})
    try:
        eval("x +", {"x": thing})
    except SyntaxError:
        pass
    locals()


def streams():
    print(thing is None, file=io.StringIO())
    s = io.StringIO()
    s.owner = thing


def throw_into():
    def g():
        try:
            yield thing
        except ValueError as e:
            yield e
    it = g()
    next(it)
    it.throw(ValueError(thing))
    it.close()


def views():
    b = bytearray(10)
    with memoryview(b) as m:
        m[1:3] = b"ab"
        m.cast("h").tolist()
    b.extend([1, 2])
    try:
        b += b
    except BufferError as e:
        print(e)
    b.extend(b)
    return b.split(b"a")


for f in (match_sequence, match_class, match_mapping, lambda: drive(coroutine()), lambda: drive(use_agen()),
          lambda: drive(with_it()), groups, group_left, run_text, streams, throw_into, views, lambda: coroutine().close()):
    f()
    before = sys.getrefcount(thing), sys.getrefcount(Thing), sys.getrefcount(Later)
    for i in range(5):
        f()
    after = sys.getrefcount(thing), sys.getrefcount(Thing), sys.getrefcount(Later)
    print(f.__name__, before == after, [b - a for a, b in zip(before, after)])
