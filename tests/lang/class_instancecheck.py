# __instancecheck__ and __subclasscheck__ of a metaclass.
class Meta(type):
    def __instancecheck__(cls, o): return hasattr(o, "quack")
    def __subclasscheck__(cls, c): return c is int


class Duck(metaclass=Meta): pass
class D: quack = 1
print(isinstance(D(), Duck), isinstance(1, Duck), issubclass(int, Duck), issubclass(str, Duck), isinstance(Duck(), Duck), isinstance(1, (str, Duck)))
