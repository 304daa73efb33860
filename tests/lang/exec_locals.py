import sys


def f(a, b=2):
    c = 3
    d = locals()
    e = 5
    print(sorted(d))
    d["a"] = 99
    print(a, sorted(locals()), locals() is d if sys.version_info < (3, 13) else "a new dict")

    def inner():
        return a, locals()
    print(inner())
    del c
    print(sorted(locals()))
    for k in [k for k in (1, 2)]:
        pass
    print(sorted(vars()), dir())


f(1)


class C:
    x = 1
    print(sorted(k for k in locals() if k[:2] != "__"))
    locals()["y"] = 2
    print(y)


print(locals() is globals(), vars() is globals())
print([sorted(k for k in locals() if k in ("i", ".0")) for i in range(1)] if sys.version_info < (3, 12) else "inlined")
print((lambda q: locals())(4))
g = (locals() for z in (1,))
print(sorted(k for k in next(g)))
