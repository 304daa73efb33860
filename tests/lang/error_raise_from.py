# A cause: both tracebacks, and the sentence between them.
def load(name):
    try:
        return {}[name]
    except KeyError as error:
        raise LookupError("no " + name) from error


load("x")
