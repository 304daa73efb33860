# args, str and repr; attributes of one's own.
for e in (ValueError(), ValueError("a"), ValueError("a", 1), KeyError("k"), KeyError("a", "b"), KeyError(),
          IndexError([1]), StopIteration(1, 2), SystemExit(3), StopIteration()):
    print(str(e), repr(e), e.args)
e = ValueError("a")
e.args = [1, 2]
e.colour = "red"
print(e, e.args, e.__dict__)
print(StopIteration(1, 2).value, SystemExit(1, 2).code, SystemExit().code)
for name in ("args", "__cause__", "__context__", "__traceback__", "__suppress_context__"):
    try:
        delattr(e, name)
    except TypeError as error:
        print(name, "cannot be deleted")
try:
    ValueError(x=1)
except TypeError as error:
    print(error)
