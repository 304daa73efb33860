# getter, setter, deleter.
class C:
    def __init__(self): self._x = 0
    def get(self): return self._x
    def set(self, v): self._x = v
    def delete(self): print("deleted")
    x = property(get, set, delete, "docs")


c = C()
c.x = 5
print(c.x, C.x.__doc__)
del c.x
class D(C):
    @C.x.getter
    def x(self): return "D"
d = D()
d.x = 1
print(d.x, d._x)
del C().y
