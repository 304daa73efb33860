# Who holds a descriptor and its object while the descriptor runs.
import sys
class N:
    def __get__(self, o, t):
        print(sys.getrefcount(self), end=" ")
        return 1
class D:
    def __get__(self, o, t):
        print(sys.getrefcount(self), end=" ")
        return 1
    def __set__(self, o, v):
        print(sys.getrefcount(self), sys.getrefcount(o), end="s ")
    def __delete__(self, o):
        print(sys.getrefcount(self), sys.getrefcount(o), end="d ")
class C:
    n = N()
    d = D()
c = C()
for i in range(3):
    c.n; C.n; c.d; C.d
    c.d = 5
    del c.d
    getattr(c, "n"); hasattr(c, "d"); getattr(C, "n")
    setattr(c, "d", 3)
    print()
