# Unpacking None.
def f():
    pass


a, b = f()
