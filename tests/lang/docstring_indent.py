# Docstrings lose their indentation in 3.13: what the first line begins with, and what all others share.
"""  Of the module.
    second
  third
"""


def one():
    """ One line. """


def many():
    """Many
       a
         b

    	tab
    """


def blank_first():
    """
    x

      y
    """


def spaces_only():
    """   """


def no_margin():
    """First
second
    third"""


class Outer:
    """  A class
      of two lines"""

    class Inner:
        """Inner"""

    def method(self):
        "	tab	in it"

    other = "A class\n of two lines"


def unusual():
    """é ☃
        è
        \x20 after\ttab
    last"""


print(repr(__doc__))
for each in (one, many, blank_first, spaces_only, no_margin, Outer, Outer.Inner, Outer.method, unusual):
    print(each.__name__, repr(each.__doc__))
print([const for const in many.__code__.co_consts])
namespace = {}
exec("def f():\n    '''  a\n      b'''\n", namespace)
print(repr(namespace["f"].__doc__))
not_one = 1
"""  not a docstring"""
