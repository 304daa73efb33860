# The last lines before an endless recursion between two functions.
# test: stderr=last
def f(n):
    return g(n)


def g(n):
    return f(n) + 1


f(1)
