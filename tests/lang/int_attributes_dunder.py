# Operators as methods of the objects.
print((5).__add__(3), (5).__lt__(6), "a".__add__("b"), [1].__len__(), {"k": 1}.__getitem__("k"), "abc".__contains__("b"))
print((5).__add__("x"), (1).__eq__("x"), "a".__eq__(1), [1].__lt__(5), (5).__class__, "s".__class__.__name__)
print((7).__bool__(), (1.5).__repr__(), "s".__repr__(), [1, 2].__contains__(2), (3).__neg__(), (2).__pow__(5), (1, 2).__hash__() == hash((1, 2)))
