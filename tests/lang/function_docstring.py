# A docstring is the function's __doc__.
def f():
    "One line."
    return 1


def g():
    return "not a docstring"


def h(): """Triple."""
print(f.__doc__, g.__doc__, h.__doc__, f())
