# SyntaxError and ImportError keep their details.
e = SyntaxError("bad", ("dir/f.py", 3, 4, "x = = 1"))
print(e, e.msg, e.filename, e.lineno, e.offset, e.text)
print(SyntaxError("only"), SyntaxError().msg, SyntaxError("m", (None, 2, 1, None)))
i = ImportError("no", name="n", path="p")
print(i, i.name, i.path, i.msg, i.args, ModuleNotFoundError("x").name)
n = NameError("m", name="n")
a = AttributeError("m", name="n", obj=5)
print(n.name, a.name, a.obj)
try:
    [].foo
except AttributeError as error:
    print(error.name, error.obj)
try:
    undefined
except NameError as error:
    print(error.name)
