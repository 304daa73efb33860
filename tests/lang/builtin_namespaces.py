# globals, locals, vars and dir without an argument, at module level.

x = 3
globals()["y"] = 5
print(y, "x" in globals(), "nothing" in globals())  # noqa: F821
print(locals() is globals(), vars() is globals())
print([name for name in dir() if not name.startswith("_")])
del globals()["y"]
print("y" in dir(), "x" in dir())


def f():
    global z
    z = 1
    return globals()["z"], "f" in globals()


print(f(), z)
