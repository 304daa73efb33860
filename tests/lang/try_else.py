# else runs when nothing was raised, and its own exceptions are not caught.
def f(n):
    try:
        try:
            10 // n
        except ZeroDivisionError:
            print("zero")
        else:
            print("else")
            [][n]
    except IndexError as error:
        print("outer", error)
    return n


print(f(0), f(1))
