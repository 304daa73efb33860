# traceback: formatted, printed, taken apart.
import sys
import traceback

def f():
    return 1 / 0
try:
    f()
except ZeroDivisionError as e:
    print(traceback.format_exc())
    print(traceback.format_exception_only(type(e), e))
    traceback.print_exc(file=sys.stdout)
    print([tuple(x) for x in traceback.extract_tb(e.__traceback__)])
    try:
        raise ValueError("x") from e
    except ValueError as g:
        print("".join(traceback.format_exception(g)))
        traceback.print_exc()


class Odd(Exception):
    pass


def deep(n):
    if n == 0:
        raise Odd("at the bottom")
    deep(n - 1)


try:
    deep(2)
except Odd:
    kind, value, tb = sys.exc_info()
    print(traceback.format_exception(kind, value, tb))
    print(traceback.format_tb(tb, 2))
    traceback.print_exception(kind, value, tb, file=sys.stdout)
    print(traceback.format_exception_only(value), len(traceback.extract_tb(tb)))
print(traceback.format_exc())
