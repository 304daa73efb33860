# doctest: options, blank lines, exceptions with detail, classes and __test__.
import doctest


def spaces():
    """
    >>> print("a\\n\\nb")
    a
    <BLANKLINE>
    b
    >>> list(range(100))  # doctest: +ELLIPSIS
    [0, 1, ..., 98, 99]
    >>> print("a   b    c")  # doctest: +NORMALIZE_WHITESPACE
    a b
    c
    >>> 1 == 1
    1
    >>> undefined_name  # doctest: +SKIP
    """


def raising(n):
    """
    >>> raising(0)
    Traceback (most recent call last):
    ValueError: n is 0
    >>> raising(1)  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    KeyError: anything
    >>> [][0]
    Traceback (most recent call last):
    ...
    IndexError: list index out of range
    """
    raise (ValueError(f"n is {n}") if n == 0 else KeyError(n))


class Outer:
    """
    >>> Outer.Inner().name
    'inner'
    """

    class Inner:
        """
        >>> x = 3; x
        3
        >>> if x:
        ...     print("yes")
        ... else:
        ...     print("no")
        yes
        """
        name = "inner"

    @staticmethod
    def helper():
        """
        >>> Outer.helper()
        'helped'
        """
        return "helped"

    @classmethod
    def make(cls):
        """
        >>> type(Outer.make()).__name__
        'Outer'
        """
        return cls()


__test__ = {"more": """
>>> 2 ** 10
1024
"""}

print(doctest.testmod(verbose=True))
print(doctest.testmod(optionflags=doctest.FAIL_FAST).failed)
doctest.run_docstring_examples(spaces, globals(), name="spaces")
doctest.run_docstring_examples(raising, globals(), verbose=True, name="raising")
try:
    doctest.testmod("not a module")
except TypeError as e:
    print(e)
