# A call that leaves out a keyword-only parameter.
def f(a, *, key):
    return a


f(1)
