from collections.abc import Mapping, Sequence, Sized
from functools import singledispatch, singledispatchmethod


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


@singledispatch
def show(x, *rest):
    "Shows."
    return "something", x, rest


@show.register
def _(x: int, *rest):
    return "int", x, rest


@show.register(list)
def show_list(x):
    return "list", [show(i) for i in x]


@show.register(float)
@show.register(complex)
def _(x):
    return "number", x


show.register(str, lambda x: ("str", x))


@show.register
def _(x: bytes | None):
    return "bytes or None", x


print(show(1), show(True), show("a"), show([1, "b"]), show(1.5), show(1j), show({}), show(None), show(b"q"), show(1, 2, 3))
print(show.__name__, show.__doc__, show.dispatch(int) is show.dispatch(bool), show.dispatch(dict) is show.registry[object], sorted(t.__name__ for t in show.registry))


@show.register(Mapping)
def _(x):
    return "mapping", len(x)


@show.register(Sized)
def _(x):
    return "sized", len(x)


print(show({}), show((1, 2)), show(set()), show("a"))


class A:
    pass


class B(A):
    pass


class C(B):
    pass


show.register(A, lambda x: "A")
print(show(B()), show(C()))
show.register(B, lambda x: "B")
print(show(A()), show(B()), show(C()))
tried(show)
tried(show.register, 5)
tried(show.register, 5, len)


def wrong(x: "nothing here"):
    pass


def also(x: 5):
    pass


tried(show.register, also)


class Shower:
    @singledispatchmethod
    def show(self, x):
        return "something", x

    @show.register
    def _(self, x: int):
        return "int", x

    @show.register(str)
    def _(self, x):
        return "str", x

    @singledispatchmethod
    @classmethod
    def make(cls, x):
        return cls.__name__, x

    @make.register
    @classmethod
    def _(cls, x: int):
        return cls.__name__, "int", x


s = Shower()
print(s.show(1), s.show("a"), s.show(1.5), Shower.make(1), Shower.make("a"), s.make(2))
print(s.show.__name__, Shower.show.register is not None)
