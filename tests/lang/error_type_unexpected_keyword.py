# A call with an unknown keyword.
def f(a, b=2):
    return a


f(1, zz=3)
