"""f_locals of a function's frame: a dict that is renewed up to 3.12, a view since."""
import sys


def function(a, b=2, *args, **kw):
    c = 3
    view = sys._getframe().f_locals
    print(sorted(view), view["a"], view["args"], view["kw"])
    c = 4
    print(view["c"], sys._getframe().f_locals["c"])
    view["c"] = 5
    print(c, sys._getframe().f_locals["c"])
    view["other"] = 6
    print(sorted(locals()), sys._getframe().f_locals["other"])
    print("nothing" in view, "a" in view, len(view), view.get("nothing", "none"))
    try:
        view["nothing"]
    except KeyError as e:
        print("KeyError")
    del a
    print("a" in sys._getframe().f_locals)


function(1, 2, 3, k=4)


def closure():
    shared = 1

    def inner():
        nonlocal shared
        frame = sys._getframe()
        print(frame.f_locals["shared"], frame.f_back.f_locals["shared"])
        frame.f_back.f_locals["shared"] = 10
        return shared
    print(inner(), shared)


closure()


def show_variables():
    frame = sys._getframe(1)
    return {name: value for name, value in frame.f_locals.items() if isinstance(value, int)}


def user():
    x, y = 1, "text"
    z = x + 1
    print(show_variables())


user()


def cell_by_hand():
    import types
    cell = types.CellType(7)
    return sys._getframe().f_locals["cell"] is cell


print(cell_by_hand())


def generator():
    one = 1
    yield one
    two = 2
    yield two


g = generator()
print(dict(g.gi_frame.f_locals))
next(g)
print(dict(g.gi_frame.f_locals))
next(g)
print(dict(g.gi_frame.f_locals))
