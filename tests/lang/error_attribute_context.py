# Which errors about attributes know their name and their object.
class S:
    __slots__ = ("x",)
    y = 1


class D:
    pass


def attempt(f, *args):
    try:
        f(*args)
    except AttributeError as e:
        print(e, e.name, e.obj is args[0])


s, d = S(), D()
for name in ("x", "y", "z"):
    attempt(getattr, s, name)
    attempt(delattr, s, name)
attempt(setattr, s, "y", 1)
attempt(setattr, s, "z", 1)
attempt(getattr, d, "q")
attempt(delattr, d, "q")
attempt(setattr, 1, "real", 2)
attempt(setattr, 1, "other", 2)
