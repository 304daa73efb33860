# Who holds what while classes are made, named and looked into.
import sys
rc = sys.getrefcount
class Reg(type):
    def __new__(mcls, name, bases, namespace, **kw):
        print("new", rc(namespace), rc(kw), rc(mcls))
        cls = super().__new__(mcls, name, bases, namespace)
        print("made", rc(namespace), rc(cls), rc(mcls))
        return cls
    def __init__(cls, name, bases, namespace, **kw):
        print("init", rc(namespace), rc(kw), rc(cls))
class R2(type):
    def __init__(cls, name, bases, namespace):
        print("init", rc(namespace), rc(cls))
class R3(type):
    def __call__(cls, a):
        print("call", rc(cls), rc(a))
        return super().__call__(a)
    def __prepare__(name, bases, **kw):
        print("prep")
        return {}
class P(metaclass=Reg): pass
class Q(P, key=[1]): pass
class S(metaclass=R2): pass
class T(S): pass
b = (S,)
R2("x", b, {})
class U(metaclass=R3):
    def __init__(self, a):
        print(rc(a))
    def __new__(cls, a):
        print(rc(a))
        return super().__new__(cls)
U([1])
class V:
    def __init_subclass__(cls, **kw):
        print("is", rc(cls), rc(kw))
        super().__init_subclass__()
class W(V, a=1): pass
class Field:
    def __set_name__(self, owner, name):
        print("sn", rc(self), rc(owner))
class A:
    f = Field()
    gg = Field()
def e():
    exc = ValueError(3)
    print(rc(exc))
    try: raise exc
    except ValueError as x: print(rc(exc))
    print(rc(exc))
    try:
        raise exc
    except* ValueError as x:
        print(rc(exc), rc(x))
    print(rc(exc))
e()
