# A local name read after del.
def f(x):
    del x
    return x


f(1)
