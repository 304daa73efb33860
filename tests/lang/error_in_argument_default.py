# An exception while an argument is made.
def f(a, b):
    return a


f(1, b=1 % 0)
