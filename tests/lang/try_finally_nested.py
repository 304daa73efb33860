# finally blocks from the innermost outwards.
def f(n):
    try:
        try:
            try:
                print(1 / n)
            finally:
                print("a")
        except ZeroDivisionError:
            print("b")
            raise ValueError(n)
        finally:
            print("c")
    except ValueError as error:
        print("d", error, repr(error.__context__))
    else:
        print("e")
    finally:
        print("f")


f(1)
f(0)
