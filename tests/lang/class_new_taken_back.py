# A class that has had a __new__ of its own keeps asking for one: object.__new__() then takes nothing.


class Strict:
    def __new__(cls, *args):
        raise AssertionError(f"no {cls.__name__}")


class Open(Strict):
    __new__ = object.__new__

    def __init__(self, value):
        self.value = value


def attempt(make):
    try:
        print(make().value)
    except (TypeError, AssertionError) as e:
        print(type(e).__name__, e)


attempt(lambda: Open(3))
del Open.__new__
attempt(lambda: Open(3))
del Strict.__new__
attempt(lambda: Open(3))


class Plain:
    def __init__(self, value):
        self.value = value


attempt(lambda: Plain(4))
Plain.__new__ = object.__new__
attempt(lambda: Plain(5))
Plain.__new__ = lambda cls, value: object.__new__(cls)
attempt(lambda: Plain(6))
del Plain.__new__
attempt(lambda: Plain(7))
