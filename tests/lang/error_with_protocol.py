# with of an object that is no context manager.
try:
    with 5:
        pass
except TypeError as error:
    print(error)
with [] as x, nonsense as y:
    print("never")
