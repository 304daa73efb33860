# dir() of an instance and of a class; __dir__.
class A:
    x = 1
    def f(self): pass


class B(A):
    def __init__(self):
        self.y = 1


class C:
    def __dir__(self):
        return ["b", "a"]


print([n for n in dir(B()) if not n.startswith("__")], [n for n in dir(B) if n[0] != "_"], dir(C()))
