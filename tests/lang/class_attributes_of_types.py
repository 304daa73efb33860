# What a class knows about itself.
class A:
    """The doc."""
    def f(self): "f doc"


class B(A): pass
print(A.__name__, A.__qualname__, A.__module__, A.__doc__, B.__doc__, A.__bases__, B.__base__, B.__bases__)
print(A.__subclasses__(), B.__subclasses__(), A.f.__doc__, A.f.__qualname__, B().f.__name__, A.mro() == list(A.__mro__))
A.__name__ = "Renamed"
print(A, B.__mro__[1].__name__, A().__class__.__name__)
print(issubclass(B, A), issubclass(A, (int, object)), isinstance(B(), (str, A)), type(A), type(type))
