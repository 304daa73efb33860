# test: from=3.13
"""A class that binds __class__ itself, and has it in a comprehension: what stands there is sought as a global."""
for code in ("class C:\n    __class__ = 2\n    res = [__class__ for x in [1]]\n",
             "class C:\n    __class__ = 2\n    res = [__class__ for x in [1]]\n    def f(self): return __class__\n",
             "class C:\n    __class__ = 3\n    res = {__class__: 1 for x in [1]}, {__class__ for x in [1]}\n"):
    try:
        exec(code, {})
        print("fine")
    except NameError as e:
        print(e)
