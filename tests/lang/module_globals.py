# What a script finds in its module, and in which order.
import sys

print(list(globals()))
print(__name__, __doc__, __package__, __spec__, __annotations__, __cached__)
print(__file__ == sys.argv[0], __file__.endswith("module_globals.py"))
x: int = 1
print(__annotations__)
