# C.__dict__ is a view that cannot be written.
class C:
    x = 1
    def f(self): pass


print(type(C.__dict__).__name__, C.__dict__["x"], "f" in C.__dict__, C.__dict__.get("y"), sorted(k for k in C.__dict__.keys() if k[0] != "_"))
C.__dict__["x"] = 2
