# global for a parameter.
def f(x):
    global x
