# super(type, obj) and super(type, type).
class A:
    def f(self): return "A.f"
    @classmethod
    def g(cls): return "A.g of " + cls.__name__


class B(A):
    def f(self): return "B.f"
    @classmethod
    def g(cls): return super(B, cls).g()


b = B()
print(super(B, b).f(), super(B, B).g(), B.g(), super(B, b), super(A, b).__repr__ is not None)
super(B, b).nothing
