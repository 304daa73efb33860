# An exception in a default value, at the def.
def f(a=1, b=[][0]):
    return a
