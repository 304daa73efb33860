"""While a traceback is made into text the program's own code may run: its statements are passed by."""
import traceback
import sys


class Told(Exception):
    def __str__(self):
        text = "told"
        return text


class K:
    def __dir__(self):
        names = ["abcdefg"]
        return names


def show(f):
    try:
        f()
    except Exception:
        traceback.print_exc(file=sys.stdout)


def bad():
    raise Told


show(bad)
show(lambda: K().abcdefh)
text = traceback.format_exception_only(Told())
x = [text]
x.append(1)
raise Told
