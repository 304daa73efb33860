# () is one object that the collector never looks at, whatever calls have no arguments.
import gc
class C:
    def __new__(cls):
        return object.__new__(cls)
class D(dict):
    def __reduce__(self):
        return D, ()
C()
super(C, C).__new__
object.__new__(C)
D().__reduce_ex__(4)
print(gc.is_tracked(()), gc.is_tracked(tuple([])), gc.is_tracked(D().__reduce__()[1]), () is tuple([]))
