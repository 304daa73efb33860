# Bases and keywords from a star.
class A: pass
class B: pass
bases = (A, B)
class M(type):
    def __new__(m, n, b, d, **kw):
        print(n, [x.__name__ for x in b], kw)
        return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **kw): pass
class C(*bases, metaclass=M, **{"k": 1}): pass
print(C.__mro__)
