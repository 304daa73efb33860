# A metaclass makes and initialises classes.
class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        print("new", name, bases, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcls, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", cls.__name__, kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *args):
        print("call", args)
        return super().__call__(*args)

    def hello(cls):
        return "hello from " + cls.__name__


class A(metaclass=Meta, flag=True):
    a = 1

    def __init__(self, n):
        self.n = n


class B(A):
    pass


print(type(A), type(B), B.hello(), B(3).n)
