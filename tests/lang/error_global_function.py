# An exception several calls deep.
def a(n):
    b(n)


def b(n):
    c(n)
    print("never")


def c(n):
    return [1, 2, 3][n]


a(2)
a(3)
