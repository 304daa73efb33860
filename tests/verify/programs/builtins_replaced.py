"""A program that takes away what Python code lives on: whoever watches it must have kept its own."""
import builtins
import os
import sys

keep = print


def refuse(*arguments):
    raise SystemExit("somebody has called it")


class Wrong(Exception):
    pass


for name in "isinstance", "repr", "sorted", "getattr", "hasattr", "map", "zip", "any", "sum", "min", "max", "iter":
    setattr(builtins, name, refuse)
builtins.len = lambda x: 42
builtins.str = int
builtins.Exception = Wrong
for name in "id", "dict", "list", "tuple", "range", "set", "frozenset", "vars", "super", "type", "staticmethod":
    delattr(builtins, name)
sys.getsizeof = sys._getframe = sys.getrecursionlimit = sys.intern = refuse
os.write = os.fstat = refuse
x = [1, 2]
x.append(3)
y = {"a": x}
keep(len(x), x, y)


class C:
    def __init__(self, n):
        self.n = n


c = C(x)
sys.modules.clear()
z = [c]
keep(z[0].n)
