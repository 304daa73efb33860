# sys.exception() and sys.exc_info() follow what is being handled.
import sys


def show():
    print(repr(sys.exception()), sys.exc_info()[0], sys.exc_info()[1] is sys.exception())


show()
try:
    1 / 0
except ZeroDivisionError:
    show()
    try:
        {}["k"]
    except KeyError:
        show()
    show()
    try:
        pass
    finally:
        show()
show()
try:
    try:
        int("x")
    finally:
        show()
except ValueError:
    pass
show()
