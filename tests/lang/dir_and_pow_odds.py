"""What dir() asks of an object; pow() with three arguments; operator.index."""
class A:
    x = 1
    def __getattribute__(self, n):
        print("ga", n); return object.__getattribute__(self, n)
a = A(); a.y = 2
print([n for n in dir(a) if n[0] != "_"])
class B:
    __class__ = A
    z = 3
print([n for n in dir(B()) if n[0] != "_"])
class D:
    __dict__ = {"one": 1, 2: 3}
try: print([n for n in dir(D()) if n[0] != "_"])
except TypeError as e: print(e)
class F:
    __dict__ = 5
print([n for n in dir(F()) if n[0] != "_"])
class G:
    def __getattr__(self, n): raise AttributeError(n)
    def __rpow__(self, o): return "rpow"
    __slots__ = ()
try: pow(G(), 2, 3)
except Exception as e: print(type(e), e)
try: pow(2, G(), 3)
except Exception as e: print(type(e), e)
try: pow(2, 3, G())
except Exception as e: print(type(e), e)
print(pow(2, G()))
class H:
    def __pow__(self, o, m=None): return ("pow", o, m)
print(pow(H(), 2, 3), pow(H(), 2))
class I:
    def __pow__(self, o): return "two"
try: print(pow(I(), 2, 3))
except Exception as e: print(type(e), e)
import operator
class J(int):
    pass
print(type(operator.index(J(3))), type(operator.index(True)))
