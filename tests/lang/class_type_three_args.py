# type(name, bases, namespace) makes a class.
C = type("C", (), {"x": 1, "f": lambda self: self.x})
D = type("D", (C,), {"__module__": "elsewhere"})
print(C, D, C().f(), D.__mro__, D.__module__, C.__qualname__)
