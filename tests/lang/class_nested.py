# A class inside a class, inside a function.
class A:
    class B:
        def f(self): return "f"
    b = B()


def make(n):
    class Local:
        value = n
        def get(self): return n, self.value
    return Local


print(A.B().f(), A.b.f(), A.B.__qualname__, make(3)().get(), make(4).__qualname__)
