"""What a program seldom asks, and is answered as by CPython: loaders, encodings of exec(), messages."""
import __main__
import functools
import string
import typing


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(type(__loader__), __loader__.name, __loader__.path == __file__, __main__.__loader__ is __loader__)
print(__loader__.get_filename() == __file__, hasattr(__loader__, "nothing"))

wrapped = functools.wraps(max)(lambda: 1)
print(type(wrapped.__doc__), bool(wrapped.__doc__), wrapped.__name__, wrapped.__wrapped__)
print(functools.wraps(show)(lambda: 1).__doc__)


class Percent(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+"


print(string.Template.flags, Percent("%a %{b} %% $c").substitute(a=1, b=2), string.Template("$a ${A}").substitute(a=1, A=2))

show(lambda: __import__("sys", name="sys"))
show(lambda: __import__("sys", name="os"))

for source in (b"# -*- coding: latin-1 -*-\nx='\xe9'", b"# coding: cp1252\nx='\x80'", b"# coding: foo\nx=1",
               b"# vim: set fileencoding=latin1\nx='\xe9'", b"#coding=iso-8859-15\nx='\xa4'",
               b"# coding: utf-8\nx='\xc3\xa9'", b"x='\xc3\xa9'", "# coding: latin-1\nx='é'", b"\xef\xbb\xbfx=1"):
    names = {}
    try:
        exec(source, names)
        exec(compile(source, "<it>", "exec"), names)
        print(ascii(names["x"]))
    except SyntaxError as error:
        print(error, error.args)


def assign(o, key):
    o[key] = 1


def delete(o, key):
    del o[key]


class Indexable:
    def __getitem__(self, i):
        return i


for o in "abc", (1,), b"abc", range(3), 1, {1}, None, frozenset(), {}.keys(), [1], Indexable():
    show(lambda: assign(o, 10 ** 25))
    show(lambda: delete(o, 10 ** 25))
    show(lambda: assign(o, 10))

show(lambda: int.__new__(int, 1, 2, 3))
show(lambda: int(1, 2, 3))
show(lambda: str.__new__(str, 1, 2, 3, 4))
show(lambda: str(1, 2, 3, 4))

T, U, V = typing.TypeVar("T"), typing.TypeVar("U"), typing.TypeVar("V")


class G(typing.Generic[T, U, V]):
    pass


for given in (), (int,), (int, str), (int, str, int), (int,) * 4:
    show(lambda: G[given])
    show(lambda: tuple[T, U, V][given])
    show(lambda: typing.Tuple[T, U, V][given])


def inside():
    class A:
        pass

    class L(list):
        pass

    for function in (lambda: type("B", (A,), {}, x=1), lambda: L().append(), lambda: (lambda g: g())(L().append),
                     lambda: A.__init_subclass__(x=1), lambda: A.mro(1), lambda: A.__subclasses__(3)):
        show(function)
    print(L().append.__qualname__, A.__init_subclass__.__qualname__, A.mro.__qualname__, L.append.__qualname__)


inside()
