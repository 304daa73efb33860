"""A name __class__ in a class body, beside the cell of the class itself."""
class T:
    def test(self):
        class X:
            x = __class__
            def f():
                __class__
        print(X.x)
T().test()
try:
    exec("""class X:
    __class__
    def f():
        __class__""", globals(), {})
except NameError as e:
    print(type(e), e)
class T2:
    def test(self):
        class X:
            global __class__
            __class__ = 42
            def f():
                __class__
        print(globals()["__class__"])
        del globals()["__class__"]
        print("__class__" in X.__dict__)
T2().test()
class T3:
    def test(self):
        class X:
            nonlocal __class__
            __class__ = 42
            def f():
                __class__
        print(__class__)
T3().test()
