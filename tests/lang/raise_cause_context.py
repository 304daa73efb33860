# __cause__, __context__ and __suppress_context__.
def show(e):
    print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


try:
    try:
        1 / 0
    except ZeroDivisionError as zero:
        raise KeyError("k") from zero
except KeyError as error:
    show(error)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k") from None
except KeyError as error:
    show(error)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k")
except KeyError as error:
    show(error)
    e = ValueError()
    e.__cause__ = error
    show(e)
    e.__suppress_context__ = False
    e.__context__ = None
    show(e)
    for value in (5, "x"):
        try:
            e.__cause__ = value
        except TypeError as t:
            print(t)
