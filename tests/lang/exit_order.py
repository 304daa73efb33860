# What runs when the program is over: atexit, then __del__ of what the module holds.
import atexit


class A:
    def __init__(self, name, other=None):
        self.name = name
        self.other = other

    def __del__(self):
        print("del", self.name, A is None, print is None)


a = A("a")
_b = A("_b")
c = A("c", A("inner"))
d = [A("l1"), A("l2")]
cycle = A("cycle")
cycle.me = cycle


@atexit.register
def last():
    print("exit function", a.name)


atexit.register(print, "keyword", "arguments", sep="-")
atexit.register(len, [])
unwanted = atexit.register(lambda: print("never"))
atexit.unregister(unwanted)
n = atexit._ncallbacks()
try:
    atexit.register(1)
except TypeError as e:
    print(e)
print("end of the module")
