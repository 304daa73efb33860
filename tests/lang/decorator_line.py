# A decorator that fails does so in the line of its @, whatever stands between it and the def.
import sys
import traceback


def fine(f):
    return f


def wrong(f):
    raise ValueError("not this one")


def maker(n):
    return wrong if n else fine


def plain():
    @fine
    @wrong
    @fine
    def f():
        pass


def made():
    @maker(0)
    @maker(
        1
    )
    def f(a=1, *, b=2):
        pass


def of_class():
    @fine
    @wrong
    class C:
        @fine
        def m(self):
            pass


def in_class():
    class C:
        @property
        @wrong
        def m(self):
            pass


async def no_function():
    @(lambda f: f.missing)
    async def f():
        pass


for function in plain, made, of_class, in_class:
    try:
        function()
    except ValueError as error:
        frame = error.__traceback__.tb_next
        print(function.__name__, frame.tb_lineno - function.__code__.co_firstlineno)
        traceback.print_exc()
try:
    no_function().send(None)
except AttributeError:
    traceback.print_exc()




class Named(Exception):
    pass


Named.__module__ = 3
sys.stderr = sys.stdout
sys.excepthook(Named, Named("whose module is no str"), None)
error = SyntaxError("said so", ("file.txt", 1, 3, "text of it", 1, 5))
sys.excepthook(SyntaxError, error, None)
error = SyntaxError("said so", ("file.txt", 1, 3, "text of it"))
sys.excepthook(SyntaxError, error, None)


class NoText:
    __str__ = None


class Table:
    blank = 1

    def __getattr__(self, name):
        raise AttributeError(NoText())


try:
    Table().blink
except AttributeError as error:
    sys.excepthook(AttributeError, error, None)
group = ValueError("innermost")
for i in range(14):
    group = ExceptionGroup(f"level {i}", [ValueError(i), group, ValueError(-i)])
sys.excepthook(ExceptionGroup, group, None)
traceback.print_exception(group)
