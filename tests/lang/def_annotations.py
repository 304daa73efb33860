# Annotations of parameters and variables do not change what runs.
def f(a: int, b: str = "x", *args: int, c: "quoted" = 3, **kw: float) -> list:
    return [a, b, args, c, kw]


print(f("not an int", 2, 3, c=4, d=5))
x: int = 3
y: str
z: "anything at all" = []
z.append(x)
print(x, z)
def g():
    local: int = 5
    never: str
    return local
print(g())
