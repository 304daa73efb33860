# Annotations that are deleted: a function's come again empty, a class's are missed.
def f(x: int): pass


del f.__annotations__
print(f.__annotations__)


class Plain:
    pass


class Noted:
    x: int


for cls in Plain, Noted:
    for _ in range(2):
        try:
            del cls.__annotations__
            print(cls.__name__, "gone", cls.__dict__.get("__annotations__"))
        except AttributeError as error:
            print(cls.__name__, "AttributeError", error)
Noted.__annotations__ = {"y": str}
print(Noted.__annotations__)
del Noted.__annotations__
print(Noted.__annotations__)
