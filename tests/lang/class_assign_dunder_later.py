# A dunder set on the class later counts at once, for derived classes too.
class A: pass
class B(A): pass
b = B()
A.__len__ = lambda self: 7
A.__add__ = lambda self, o: ("add", o)
A.__call__ = lambda self: "called"
A.x = 5
print(len(b), b + 1, b(), b.x)
b.__len__ = lambda: 99
print(len(b))
del A.__len__, A.x
print(hasattr(b, "x"))
len(b)
