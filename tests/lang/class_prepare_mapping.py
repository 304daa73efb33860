# The namespace of a class body may be any mapping: names are stored, sought and deleted through its methods.
class Log:
    def __init__(self):
        self.names = {}

    def __setitem__(self, key, value):
        print("set", key)
        self.names[key] = value

    def __getitem__(self, key):
        print("get", key)
        return self.names[key]

    def __delitem__(self, key):
        print("del", key)
        del self.names[key]


class Meta(type):
    def __prepare__(name, bases):
        return Log()

    def __new__(meta, name, bases, namespace):
        print(sorted(key for key in namespace.names if key in "abcdef" or key == "method"))
        return type.__new__(meta, name, bases, namespace.names)


class Recorded(metaclass=Meta):
    a = 1
    b = a + len("xy")
    del a
    try:
        del missing
    except NameError as error:
        print(error)
    try:
        missing
    except NameError as error:
        print(error)

    def method(self):
        return self.b

    c = [x for x in (1, 2)]
    d: int = 4


print(Recorded().method(), Recorded.c, Recorded.d)
for answer in ([], "text", 5, None, (lambda: 0)):
    class Odd(type):
        def __prepare__(name, bases, answer=answer):
            return answer
    try:
        class Never(metaclass=Odd):
            x = 1
    except TypeError as error:
        print(type(error).__name__, error)
