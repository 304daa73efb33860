"""A metaclass that makes the order itself."""
class M(type):
    def __repr__(cls): return cls.__name__
    def mro(cls):
        print("mro of", cls, cls.__mro__)
        if cls.__mro__ is None and cls.__name__ == "ZZ":
            try:
                cls.__bases__ += (object,)
            except Exception as e: print(type(e), e)
        return type.mro(cls)
class A(metaclass=M): pass
print(A.__mro__)
try:
    class C(A, metaclass=M):
        def mro(self): pass
except Exception as e: print(e)
class Bad(type):
    def mro(cls): return [cls, 3]
try:
    class X(metaclass=Bad): pass
except TypeError as e: print(e)
class Bad(type):
    def mro(cls): return [cls, int]
try:
    class X(metaclass=Bad): pass
except TypeError as e: print(e)
class Bad(type):
    def mro(cls): return 5
try:
    class X(metaclass=Bad): pass
except TypeError as e: print(e)
class Bad(type):
    def mro(cls): raise KeyError("x")
try:
    class X(metaclass=Bad): pass
except KeyError as e: print(e)
class Rev(type):
    def mro(cls):
        order = type.mro(cls); order.reverse(); return order
class P: 
    def f(self): return "P"
class Q(P, metaclass=Rev):
    def f(self): return "Q"
print(Q.__mro__, Q().f(), Q.mro())
class Ext(type):
    def mro(cls):
        if cls.__mro__ is None and cls.__name__ != "Y":
            try:
                class Y(cls): pass
            except TypeError as e: print("TypeError", e)
            print(isinstance(cls, type), cls.__name__, hasattr(cls, "zz"), repr(cls))
            try: super(cls, cls).zz
            except AttributeError as e: print(e)
        return type.mro(cls)
class E(metaclass=Ext): pass
class Changing(type):
    extra = ()
    def mro(cls):
        return type.mro(cls)[:-1] + list(Changing.extra) + [object]
class Base1: pass
class Base2: pass
class R(Base1, metaclass=Changing): pass
class Mix:
    hello = "from Mix"
print(hasattr(R, "hello"))
Changing.extra = (Mix,)
R.__bases__ = (Base2,)
print(R.__mro__, R.hello)
