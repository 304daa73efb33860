# Private names carry the class's name.
class A:
    __x = 1

    def __init__(self):
        self.__y = 2

    def get(self):
        return self.__x, self.__y


class B(A):
    def __init__(self):
        super().__init__()
        self.__y = 3


b = B()
print(b.get(), sorted(b.__dict__.items()), "_A__x" in A.__dict__)


# The names of keyword arguments, and of attributes in patterns, are as they are written.
def told(**named):
    return named


class Kind(type):
    def __new__(cls, name, bases, namespace, **named):
        print(named)
        return type.__new__(cls, name, bases, namespace)

    def __init__(cls, *args, **named):
        pass


class Caller:
    begin = told(__x=1, __y__=2, z=3)

    def call(self):
        return told(__x=1), self.told(__x=2), told(*[], __x=3), told(**{"a": 0}, __x=4)

    def told(self, **named):
        return named

    def match(self, value):
        match value:
            case Caller(__x=1):
                return True

    class Inner(metaclass=Kind, __x=5):
        pass


caller = Caller()
print(Caller.begin, caller.call())
caller.__dict__["__x"] = 1
print(caller.match(caller))
