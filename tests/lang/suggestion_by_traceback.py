# What the traceback module suggests for short names, which 3.12's takes for close less often than an uncaught error does.
import doctest
import traceback

f = 1
counter = 2


class Point:
    ab = 1

    def move(self):
        ab


def lines():
    for attempt in ("fd", "d", "xf", "countr", "Point.ac", "Point.a", "Point.abb", "math", "time_", "Point().move()"):
        try:
            eval(attempt)
        except (NameError, AttributeError) as error:
            print(attempt, "->", traceback.format_exc().splitlines()[-1])


lines()


def documented():
    """
    >>> for i in range(2):
    ...     i
    ...     
    1
    """


class Empty:
    """Nothing to try here."""


doctest.testmod(verbose=True, exclude_empty=True)
