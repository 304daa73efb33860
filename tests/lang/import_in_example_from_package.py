"""An example in a docstring that imports a module from a package beside the program.

>>> from beside import tools, relative
>>> tools.__name__, relative.__name__
('beside.tools', 'beside.relative')
"""
import doctest

print(doctest.testmod())
