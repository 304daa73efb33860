# Whether functions of one qualified name share it: interned in 3.13, apart before.
import sys


def outer():
    def inner():
        pass
    return inner


first = outer()


def outer():
    def inner():
        pass
    return inner


second = outer()
print(first.__qualname__, first.__qualname__ == second.__qualname__, first.__qualname__ is second.__qualname__)
print(sys.intern("outer.<loc" + "als>.inner") is second.__qualname__)


class Box:
    def put(self):
        pass


one = Box.put


class Box:
    def put(self):
        pass


print(one.__qualname__ is Box.put.__qualname__, sys.intern("Box" + ".put") is one.__qualname__)
q = first.__qualname__
print(sys.getrefcount(q))
del first, second
print(sys.getrefcount(q))
