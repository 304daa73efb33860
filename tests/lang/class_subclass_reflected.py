# The reflected method of a subclass goes first.
class A:
    def __add__(self, o): return "A.add"
    def __radd__(self, o): return "A.radd"


class B(A):
    def __radd__(self, o): return "B.radd"


class C(A): pass
print(A() + A(), A() + B(), A() + C(), 1 + A(), B() + A())
