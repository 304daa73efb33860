# doctest: what fails, what passes, and the report.
"""Module doc.

>>> add(2, 2)
4
>>> add(2, 2)
5
"""
def add(a, b):
    """Adds.

    >>> add(1, 2)
    3
    >>> for i in range(2):
    ...     print(i)
    ...
    0
    1
    >>> add(1, "x")
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for +: 'int' and 'str'
    >>> add([1], [2])  # doctest: +NORMALIZE_WHITESPACE
    [1,   2]
    """
    return a + b
class C:
    """
    >>> C().m()
    7
    >>> C().m()
    8
    """
    def m(self):
        """No tests."""
        return 7
    @property
    def p(self):
        """
        >>> C().p
        1
        """
        return 1
import doctest
print(doctest.testmod())
doctest.testmod(verbose=True)
