# A failing example in a property's docstring: where it is said to stand.
import doctest


class P:
    @property
    def p(self):
        """
        >>> P().p
        2
        """
        return 1


print(doctest.testmod())
