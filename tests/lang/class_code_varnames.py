# The code of a class body has no variables of its own: its names live in the namespace.
import sys

source = """
class Plain:
    s = 1
    def n(self): self.x = 3
    class Inner:
        k = lambda: 3
class Generic:
    g = (q for q in range(3))
    def f(self): return __class__
"""
code = compile(source, "nowhere.py", "exec")
for part in code.co_consts:
    if hasattr(part, "co_varnames"):
        print(part.co_name, part.co_varnames, part.co_cellvars, part.co_nlocals)
keys = ("s", "n")


class Holder:
    def s(self): pass
    def n(self): pass


class WithComprehension:
    s = [i for i in range(3)]
    n = [[i + j for j in range(2)] for i in s]
    i = 7
    k = {i: i for i in range(2)}


print(sys.getrefcount(keys), WithComprehension.s, WithComprehension.n, WithComprehension.i, WithComprehension.k) \
    if sys.version_info >= (3, 13) else print(sys.getrefcount(keys))
