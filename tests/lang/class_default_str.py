# __str__ falls back on __repr__; print uses __str__.
class A:
    def __repr__(self): return "A!"


class B(A):
    def __str__(self): return "b " + super().__str__()


print(A(), str(A()), B(), [B()], repr(B()))
