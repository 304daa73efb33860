# A call of type with three arguments holds them in a tuple, whatever metaclass it comes to.
import sys


class M(type):
    def __new__(cls, name, bases, namespace):
        print('new', name, sys.getrefcount(bases), sys.getrefcount(namespace))
        return super().__new__(cls, name, bases, namespace)

    def __init__(cls, name, bases, namespace):
        print('init', name, sys.getrefcount(bases), sys.getrefcount(namespace))


class N(type):
    def __init__(cls, name, bases, namespace):
        print('init', name, sys.getrefcount(bases), sys.getrefcount(namespace))


class A:
    pass


for kind in M, N:
    class B(A, metaclass=kind):
        pass

    bases, namespace = (B,), {}
    type('C', (B,), {})
    type('D', bases, namespace)
    kind('E', bases, namespace)
    type(*('F', bases, namespace))
    print(sys.getrefcount(bases), sys.getrefcount(namespace))
