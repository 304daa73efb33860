# The module's __doc__ and __name__.
"""A docstring first."""
print(__doc__, __name__)
print(type(__file__), __file__[-3:])
