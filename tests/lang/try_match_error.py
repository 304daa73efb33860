# Only exception classes may be named in except.
def attempt(what):
    try:
        try:
            1 / 0
        except what:
            print("matched")
    except TypeError as error:
        print(error, "|", repr(error.__context__))
    except ZeroDivisionError:
        print("not matched")


attempt(ArithmeticError)
attempt(KeyError)
attempt(int)
attempt((KeyError, "x"))
attempt(5)
attempt(())
