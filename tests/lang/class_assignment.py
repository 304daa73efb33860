# o.__class__ and C.__bases__ can be assigned to, if the layouts agree.
class A:
    def hi(self): return "A" 
class B:
    def hi(self): return "B"
a = A(); a.x = 1
a.__class__ = B
print(a.hi(), type(a), a.x, vars(a))
class S: __slots__ = ("q",)
try: a.__class__ = S
except TypeError as e: print(e)
try: a.__class__ = int
except TypeError as e: print(e)
try: a.__class__ = 5
except TypeError as e: print(e)
try: (5).__class__ = A
except TypeError as e: print(e)
try: del a.__class__
except TypeError as e: print(e)
class C(A): pass
c = C()
C.__bases__ = (B,)
print(c.hi(), C.__mro__)
class Base1:
    def who(self): return 1
class Base2:
    def who(self): return 2
class Mid(Base1): pass
class Leaf(Mid): pass
leaf = Leaf()
Mid.__bases__ = (Base2, Base1)
print(leaf.who(), Leaf.__mro__, Base1.__subclasses__(), Base2.__subclasses__())
for value in ((), 5, (5,), (Leaf,), (int,), (S,), (Base1, Base1)):
    try: Mid.__bases__ = value
    except TypeError as e: print(e)
print(Leaf.__mro__, Mid.__base__, Mid.__bases__)
class Len:
    def __len__(self): return 3
Mid.__bases__ = (Len,)
print(len(leaf), bool(leaf))
class T1:
    __slots__ = ("a", "b")
class T2:
    __slots__ = ("a", "b")
class T3:
    __slots__ = ("a", "c")
t = T1(); t.a = 1
t.__class__ = T2
print(t.a, type(t).__name__)
try: t.__class__ = T3
except TypeError as e: print(e)
class State:
    def next(self): self.__class__ = Other
class Other(State):
    def next(self): self.__class__ = State
s = State(); names = []
for _ in range(4):
    s.next(); names.append(type(s).__name__)
s.extra = 1
print(names, vars(s), s.__dict__ is s.__dict__)
