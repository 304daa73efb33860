# test: from=3.12
# __subclasses__() of builtin types: CPython's own first, then those that the program makes.
class Mine(ArithmeticError):
    pass


class Both(KeyError, AttributeError):
    pass


class Small(int):
    pass


def tree(cls, depth=0):
    print("  " * depth + cls.__module__ + "." + cls.__qualname__)
    for below in cls.__subclasses__():
        tree(below, depth + 1)


tree(BaseException)
print(int.__subclasses__(), bool.__subclasses__(), float.__subclasses__(), Mine.__subclasses__())
