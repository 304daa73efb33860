# Names in a class body.
x = "global"
def outer():
    x = "outer"
    class C:
        print(x)
        x = "class"
        print(x)
        y = [x for _ in range(1)]
        def f(self): return x
    return C


print(outer().f(None), outer().y)
class D:
    z = [i * 2 for i in range(3)]
    w = {i: z0 for i, z0 in enumerate(z)}
    total = 0
    for i in range(4):
        total += i
    if total > 3:
        big = True
print(D.z, D.w, D.total, D.big, D.i)
