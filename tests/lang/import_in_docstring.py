"""Modules beside the program that only examples and literals of code import.

>>> from beside import broken
>>> import beside.broken as again
>>> again is broken
True
"""
import doctest

print(doctest.testmod())
exec("import beside.broken\nprint(beside.broken.__name__)")
