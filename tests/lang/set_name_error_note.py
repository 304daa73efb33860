import traceback
class D:
    def __set_name__(self, owner, name): raise ValueError("no", name)
try:
    class A: x = D()
except BaseException as e:
    print(type(e), e, getattr(e, "__notes__", None), repr(e.__cause__)); traceback.print_exc()
class Bad(ValueError):
    __notes__ = "odd"
class D2:
    def __set_name__(self, owner, name): raise Bad("no", name)
try:
    class A: x = D2()
except BaseException as e:
    print(type(e), e, getattr(e, "__notes__", None), repr(e.__cause__), repr(e.__context__))
class D3:
    __set_name__ = 5
try:
    class A: x = D3()
except BaseException as e:
    print(type(e), e, getattr(e, "__notes__", None), repr(e.__cause__))
class D4:
    def __set_name__(self): pass
try:
    class A: x = D4()
except BaseException as e:
    print(type(e), e, getattr(e, "__notes__", None), repr(e.__cause__))
class D5:
    def __getattr__(self, n): print(n); raise AttributeError
class A: x = D5()
class P:
    @property
    def __set_name__(self): raise KeyError("k")
try:
    class A: x = P()
except BaseException as e:
    print(type(e), e, getattr(e, "__notes__", None), repr(e.__cause__))
class D6:
    def __set_name__(self, owner, name): setattr(owner, name + "1", 5)
class B: a = D6(); b = D6()
print(sorted(n for n in vars(B) if n[0] != "_"))
try:
    type("T", (), {"q": D()})
except BaseException as e:
    print(type(e), e, getattr(e, "__notes__", None), repr(e.__cause__))
class C:
    z = D()
