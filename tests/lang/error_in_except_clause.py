# An exception in a handler, three frames deep.
def low():
    raise OSError(2, "No such file or directory", "x.txt")


def middle():
    try:
        low()
    except FileNotFoundError as error:
        print(error)
        return error.nothing


middle()
