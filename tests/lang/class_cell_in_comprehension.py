# test: from=3.13
"""__class__ in a comprehension that stands in a class body is no variable of the class."""
CASES = (
    "class C:\n    res = [__class__ for x in [1]]\n",
    "class C:\n    [super for _ in [1]]\n    [__class__ for _ in [1]]\n",
    "class C:\n    def f(self):\n        return [__class__.__name__ for x in [1]]\nprint(C().f())\n",
    "class C:\n    __class__ = 3\n    def f(self):\n        return [__class__.__name__ for x in [1]]\nprint(C().f())\n",
    "class C:\n    y = 3\n    z = [y for x in [1]]\n",
    "class C:\n    y = 3\n    z = [x for x in range(y)]\nprint(C.z)\n",
)
for code in CASES:
    try:
        exec(code, {})
        print("fine")
    except NameError as e:
        print(e)
