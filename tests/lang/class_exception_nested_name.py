class Outer:
    class Inner(Exception): pass
def f():
    class Local(Exception): pass
    return Local
print(Outer.Inner, f(), f().__qualname__)
raise f()("x")
