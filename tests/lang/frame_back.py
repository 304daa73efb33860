"""Frames of calls under way, from the inside out."""
import sys


def names(frame):
    found = []
    while frame:
        found.append((frame.f_code.co_name, frame.f_lineno))
        frame = frame.f_back
    return found


def inner():
    return names(sys._getframe())


def outer():
    return inner()


print(outer())
print(names(sys._getframe()), sys._getframe().f_back)
print((lambda: sys._getframe(1).f_code.co_name)())
print(sys._getframe().f_globals is globals(), sys._getframe().f_locals is globals())
print([sys._getframe().f_code.co_name for _ in range(1)], [n for n in (sys._getframe(0).f_lineno,)])
print(sys._getframe(-3) is sys._getframe(0))
print(sys._getframe().f_trace, sys._getframe().f_trace_lines, sys._getframe().f_trace_opcodes)


class Body:
    where = sys._getframe().f_code.co_name
    sys._getframe().f_locals["added"] = 3


print(Body.where, Body.added)


def generator():
    yield sys._getframe().f_back.f_code.co_name
    yield sys._getframe()


def caller():
    g = generator()
    print(next(g))
    frame = next(g)
    print(frame is g.gi_frame, frame.f_back, frame.f_lineno)


caller()


def depth(n):
    return depth(n - 1) if n else len(names(sys._getframe()))


print(depth(30))
for bad in (lambda: sys._getframe(5000), lambda: sys._getframe("x"), lambda: sys._getframe(1, 2)):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


def raises():
    here = "a local"
    raise LookupError("x")


try:
    raises()
except LookupError as e:
    frame = e.__traceback__.tb_next.tb_frame
    print(frame.f_code.co_name, frame.f_locals["here"], frame.f_back is sys._getframe())
