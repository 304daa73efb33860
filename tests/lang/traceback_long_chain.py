# A chain of exceptions that is longer than calls may be nested, as a TracebackException.
import traceback


def deeper():
    try:
        1 / 0
    except ZeroDivisionError:
        deeper()


try:
    deeper()
except RecursionError as error:
    found = traceback.TracebackException.from_exception(error)
lines = list(found.format())
print(len(lines) > 3000, lines[0].strip(), lines[-1].partition(":")[0])
n, one = 0, found
while one.__context__ is not None:
    one, n = one.__context__, n + 1
print(n > 900, one)


def chained():
    try:
        try:
            raise KeyError("first")
        except KeyError as error:
            raise ValueError("second") from error
    except ValueError:
        raise TypeError("third")


try:
    chained()
except TypeError as error:
    for options in {}, {"compact": True}, {"limit": 1}:
        made = traceback.TracebackException.from_exception(error, **options)
        print(made.__cause__, made.__context__, made.__context__.__cause__, made.__suppress_context__)
        print("".join(made.format()), "".join(made.format(chain=False)), sep="--\n")
