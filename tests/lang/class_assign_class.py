def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class A:
    def who(self):
        return "A", self.x


class B:
    def who(self):
        return "B", self.x

    def __len__(self):
        return 7


class S:
    __slots__ = ("x",)


class S2:
    __slots__ = ("x",)


class L(list):
    pass


a = A()
a.x = 1
print(a.who())
a.__class__ = B
print(a.who(), type(a).__name__, len(a), a.__dict__, isinstance(a, A))
a.y = 2
d = a.__dict__
a.__class__ = A
a.z = 3
print(a.__dict__, a.__dict__ is d, vars(a))
other = A()
other.x = 5
print(other.who(), other.__dict__)
s = S()
s.x = 4
s.__class__ = S2
print(type(s).__name__, s.x)
for f in (lambda: setattr(a, "__class__", 5), lambda: setattr(a, "__class__", int), lambda: setattr(a, "__class__", S),
          lambda: setattr(5, "__class__", A), lambda: setattr(L(), "__class__", A), lambda: delattr(a, "__class__")):
    t(f)


class Base1:
    def hello(self):
        return "one"


class Base2:
    def hello(self):
        return "two"

    def __call__(self):
        return "called"


class C(Base1):
    pass


class D(C):
    pass


d = D()
print(d.hello(), D.__mro__)
C.__bases__ = (Base2,)
print(d.hello(), d(), D.__mro__, C.__base__, Base1.__subclasses__(), Base2.__subclasses__())
C.__bases__ = (Base1, Base2)
print(d.hello(), d(), [k.__name__ for k in D.__mro__])
for f in (lambda: setattr(C, "__bases__", ()), lambda: setattr(C, "__bases__", [Base1]), lambda: setattr(C, "__bases__", (5,)),
          lambda: setattr(C, "__bases__", (D,)), lambda: setattr(C, "__bases__", (C,)), lambda: setattr(int, "__bases__", (C,)),
          lambda: setattr(C, "__bases__", (int,)), lambda: setattr(A, "__bases__", (B,))):
    t(f)
print(d.hello(), [k.__name__ for k in D.__mro__])
