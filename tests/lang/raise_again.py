# A bare raise raises what is being handled, from a called function too.
def again():
    raise


def f(n):
    try:
        [1][n]
    except IndexError:
        try:
            again()
        finally:
            print("finally")


try:
    f(5)
except IndexError as error:
    print("outer", error, error.__context__)
