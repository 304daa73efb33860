# Properties and __getitem__: from the second time on, their frames take over what the stack held.
# test: from=3.12
import sys
class G:
    @property
    def over(self):
        print(sys.getrefcount(self), end=" ")
        return 0
    def __getitem__(self, n):
        print(sys.getrefcount(self), sys.getrefcount(n), end="[ ")
        return self
    @property
    def two(self): return sys.getrefcount(self)
class D:
    def __get__(self, o, t=None):
        print(sys.getrefcount(o), end="d ")
        return 5
class K:
    d = D()
    def __init__(self): self.z = 1
g = G()
for i in range(6): g.over
print()
def f(): 
    g.over; g[f]
for i in range(6): f()
print()
def h(x): 
    x.over; x[h]
for i in range(6): h(g)
print()
k = K()
for i in range(6): k.d
print()
print([g.two for i in range(4)], [x.two for x in [g] * 4])
class S(G): pass
s = S()
for i in range(6): h(s)
for i in range(6): h(g)
print()
