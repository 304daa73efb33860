# Calls and subscripts of what can be neither, seen by the compiler.
def suspicious(x):
    print("a"(1) if x else "not called")
    print([(1, 2)(3, 4)] if x else 0)
    print([[1, 2] [3, 4]] if x else 0)
    print(["a"]["b"] if x else 0)
    print(1[0] if x else 0, {1}[0] if x else 0, None[0] if x else 0)
    print(f"{x}"() if x else 0, (lambda: 1)[0] if x else 0, (y for y in x)["a"] if x else 0)
    print({}() if x else 0, [][True] if x else 0, [1][1:2] if x else 0, {1: 2}["x"] if x else 0)


suspicious(0)
