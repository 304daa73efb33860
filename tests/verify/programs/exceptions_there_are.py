"""What watches a program has no exceptions of its own in its sight."""
import sys


def is_there(name, base=BaseException):
    return base.__name__ == name or any(is_there(name, kind) for kind in base.__subclasses__())


print(is_there("ZeroDivisionError"), is_there("ArgumentError"), is_there("_OptionError"))
print("ctypes" in sys.modules)
