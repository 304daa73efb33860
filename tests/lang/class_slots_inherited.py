# __slots__ with inheritance.
class A:
    __slots__ = ("x", "_A__p")


class B(A):
    __slots__ = "y"


class C(B): pass
b = B()
b.x, b.y = 1, 2
c = C()
c.x, c.y, c.z = 1, 2, 3
print(b.x, b.y, hasattr(b, "__dict__"), c.__dict__, A.x, B.__slots__, C.__mro__)
del b.x
print(hasattr(b, "x"), b.y)
