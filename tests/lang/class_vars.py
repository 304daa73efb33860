# vars(), __dict__ and setting it.
class C:
    x = 1


c = C()
print(vars(c), c.__dict__)
c.__dict__["a"] = 5
c.__dict__ = {"b": 6}
print(c.b, vars(c), hasattr(c, "a"))
setattr(c, "d", 1)
delattr(c, "b")
print(vars(c), "x" in vars(C))
