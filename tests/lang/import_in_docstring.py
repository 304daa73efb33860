"""Modules beside the program that only examples and literals of code import.

>>> from beside import tools
>>> import beside.tools as again
>>> again is tools
True
"""
import doctest

print(doctest.testmod())
exec("import beside.tools\nprint(beside.tools.__name__)")
