# Calling what a call returned.
def f():
    return 5


f()()
