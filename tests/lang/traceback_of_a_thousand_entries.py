"""A traceback of more than a thousand entries: up to 3.12 the interpreter shows the last thousand, traceback all."""
import sys
import traceback

sys.setrecursionlimit(2500)


def there(n):
    return back(n - 1) if n else 1 / 0


def back(n):
    return there(n)


for n in (499, 500, 501):
    try:
        there(n)
    except ZeroDivisionError as e:
        text = traceback.format_exc()
        print(len(text.splitlines()), "line 20" in text)
        sys.excepthook(type(e), e, e.__traceback__)
there(600)
