# gi_running, gi_suspended, gi_yieldfrom, gi_frame, names.
def inner():
    print(g.gi_running, g.gi_suspended)
    yield 1


def outer():
    yield 0
    yield from i


i, g = inner(), outer()
print(g.gi_running, g.gi_suspended, g.gi_yieldfrom, g.gi_frame is None, g.gi_code.co_name)
print(next(g), g.gi_suspended, g.gi_yieldfrom)
print(next(g), g.gi_yieldfrom is i, i.gi_suspended)
print(list(g), g.gi_frame, g.gi_suspended, g.gi_running)
print(g.__name__, g.__qualname__)
g.__name__ = "renamed"
print(g.__name__)
