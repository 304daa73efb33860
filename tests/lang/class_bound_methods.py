# Bound methods.
class C:
    def f(self, *a): return self.n, a


c = C()
c.n = 1
f = c.f
print(f(2), f.__self__ is c, f.__func__ is C.f, c.f is c.f, c.f == c.f, C.f(c), hash(c.f) == hash(c.f))
