# Annotations in a class body.
class C:
    x: int
    y: "str" = "a"
    def f(self, a: int) -> str: ...


print(C.__annotations__, C.y, C.f.__annotations__, hasattr(C, "x"))
class D(C): pass
print(D.__annotations__)
