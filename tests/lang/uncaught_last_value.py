"""What an uncaught exception leaves for atexit, and when it lets go of its frames."""
import sys, io, atexit
class A:
    def __del__(self): print("del", self.n)
    def __init__(self, n): self.n = n
keep = A("module")
def f():
    local = A("local")
    g(local)
def g(x):
    inner = A("inner")
    raise ValueError(x.n)
@atexit.register
def last():
    print("atexit", sys.last_value, sys.last_type.__name__, sys.last_traceback.tb_lineno)
    print("atexit", file=sys.stderr)
f()
