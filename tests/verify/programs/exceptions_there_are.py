"""What watches a program has no exceptions of its own in its sight."""
import sys


def is_there(name):
    return any(kind.__name__ == name for kind in Exception.__subclasses__())


print(is_there("ValueError"), is_there("ArgumentError"), "ctypes" in sys.modules)
