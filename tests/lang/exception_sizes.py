# Sizes of exceptions.
import sys

for e in (ValueError(), KeyError(1), StopIteration(), SystemExit(), NameError(), UnboundLocalError(),
          AttributeError(), ImportError(), ModuleNotFoundError(), OSError(), FileNotFoundError(), SyntaxError(),
          TabError(), UnicodeError(), UnicodeDecodeError("a", b"", 0, 0, "")):
    print(type(e).__name__, sys.getsizeof(e))
try:
    1 / 0
except ZeroDivisionError as e:
    print(sys.getsizeof(e.__traceback__))
