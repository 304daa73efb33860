# A call with an argument that is not taken.
def f():
    return 1


f(1)
