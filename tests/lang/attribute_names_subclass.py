"""Names of attributes that are of a class derived from str."""
class _str(str): pass
class Foo:
    def __init__(self): self.msg = 1; self.other = 2
f = Foo()
print(getattr(f, _str("msg")), hasattr(f, _str("nope")), f.__dict__[_str("other")])
setattr(f, _str("new"), 3)
print(f.new, getattr(f, _str("new")), [type(k).__name__ for k in f.__dict__])
delattr(f, _str("msg"))
print(f.__dict__)
class S:
    __slots__ = ("a",)
s = S(); setattr(s, _str("a"), 1); print(getattr(s, _str("a")), s.a)
