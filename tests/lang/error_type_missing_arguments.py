# A call with too few arguments.
def f(a, b, c, d=1):
    return a


print(f(1))
