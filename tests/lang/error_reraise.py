# raise and raise e: the second adds a line of the frame to the traceback.
def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise e


try:
    f()
except ZeroDivisionError:
    raise
