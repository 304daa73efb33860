# What a property is called: by its class or, since 3.13, by its getter.
import sys
class C:
    @property
    def x(self): return 1
    y = property(lambda s: 2)
def f(s): pass
p = property(f)
if sys.version_info >= (3, 13):
    print(C.x.__name__, vars(C)['y'].__name__, p.__name__)
    p.__name__ = 'zz'; print(p.__name__)
    del p.__name__; print(p.__name__)
    try: property().__name__
    except AttributeError as e: print(e)
    try: property(1).__name__
    except AttributeError as e: print(e)
C.z = p
for n in 'xyz':
    for op in (lambda: setattr(C(), n, 1), lambda: delattr(C(), n)):
        try: op()
        except AttributeError as e: print(e)
