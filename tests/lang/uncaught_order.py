"""The order on standard error: the exception, then atexit, then what modules held."""
import atexit, sys
def bye():
    print("bye out")
    print("bye err", file=sys.stderr)
atexit.register(bye)
class A:
    def __del__(self):
        print("del", file=sys.stderr)
        pass
a = A()
def f():
    raise KeyError("k")
f()
