"""Classes: bases, resolution orders, what instances hold."""
class A:
    shared = []
    def hello(self):
        return [self]
class B(A): pass
class C(A):
    def hello(self):
        mine = super().hello()
        return mine
class D(B, C):
    __slots__ = ("x",)
d = D()
d.x = d.hello()
d.y = A.shared
for each in D.__mro__:
    name = each.__name__
del d.y
class Stack(list):
    def push(self, item):
        self.append(item)
s = Stack()
s.push(1); s.push(s)
bound = d.hello
