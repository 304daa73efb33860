# try, except, else, finally.
def attempt(f, *args):
    try:
        result = f(*args)
    except (ZeroDivisionError, KeyError) as error:
        print("caught", type(error).__name__, error)
    except ValueError:
        print("value")
    else:
        print("result", result)
    finally:
        print("finally")


attempt(divmod, 7, 2)
attempt(divmod, 7, 0)
attempt(int, "x")
attempt({}.__getitem__, "k")
