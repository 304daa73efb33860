# A traceback keeps frames, and frames keep their variables.
import sys


def f(item):
    raise ValueError(1)


def count(x):
    return sys.getrefcount(x)


data = [1, 2]
before = count(data)
try:
    f(data)
except ValueError as error:
    print(count(data) - before)
    kept = error
print(count(data) - before)
tb = kept.__traceback__
kept = None
print(count(data) - before, tb.tb_next.tb_frame.f_code.co_name)
tb = None
print(count(data) - before)
