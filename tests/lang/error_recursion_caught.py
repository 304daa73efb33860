# RecursionError can be caught.
def f(n):
    return f(n + 1)


try:
    f(0)
except RecursionError as error:
    print(error)


def g(n):
    try:
        return g(n + 1)
    except RecursionError:
        return "deep"


print(g(0))
