# A property without a setter.
class C:
    @property
    def x(self):
        "the x"
        return 1


print(C().x, C.x.__doc__, C.x.fget(None), C.x.fset)
C().x = 2
