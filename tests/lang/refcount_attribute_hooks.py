# What holds an object while its class's own accessors run.
import sys
class G:
    @property
    def over(self):
        print(sys.getrefcount(self), end=" ")
        return 0
    def __getattr__(self, n):
        print(sys.getrefcount(self), end="! ")
class H:
    @property
    def over(self):
        print(sys.getrefcount(self), end=" ")
        return 0
    def __getattribute__(self, n):
        print(sys.getrefcount(self), end="! ")
        return object.__getattribute__(self, n)
class I:
    @property
    def over(self):
        print(sys.getrefcount(self), end=" ")
        return 0
    def __getattr__(self, n):
        print(sys.getrefcount(self), end="! ")
    def __getattribute__(self, n):
        print(sys.getrefcount(self), end="? ")
        return object.__getattribute__(self, n)
for c in G, H, I:
    g = c()
    for i in range(4): g.over; g.foo if c is not H else 0
    getattr(g, "over")
    print()
