u = int | str
print(u, type(u).__name__, u.__args__)
print(int | None, None | int, int | str | int, (int | str) | (str | float), list[int] | None, int | int)
print(isinstance(3, u), isinstance("x", u), isinstance(1.5, u), isinstance(None, int | None), issubclass(bool, u))
print(u == str | int, u == int | float, hash(u) == hash(str | int), u != int)
for f in (lambda: int | 3, lambda: isinstance(1, int | list[int]), lambda: None | None, lambda: u(), lambda: "x" | int,
          lambda: u[int]):
    try:
        print(f())
    except TypeError as e:
        print(type(e).__name__, e)
class C:
    pass
def f(x: C | None = None) -> int | str:
    return x
print(f.__annotations__, C | int)
class Meta(type):
    def __or__(cls, other):
        return "mine"
class M(metaclass=Meta):
    pass
print(M | int, {int | str: 1}[str | int])
try:
    raise ValueError(1)
except TypeError | ValueError:
    print("not reached")
