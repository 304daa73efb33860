# Raising an exception that is in the chain already leaves no ring.
a, b = KeyError("a"), ValueError("b")
try:
    try:
        raise a
    except KeyError:
        raise b
except ValueError:
    try:
        raise a
    except KeyError as error:
        print(repr(error.__context__), repr(error.__context__.__context__))
