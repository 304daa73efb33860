# weakref.finalize: when the object goes, or when the program ends, the newest first.
import weakref


class A:
    pass


a = A()
f = weakref.finalize(a, print, "a is gone", end="!\n")
print(f.alive, f.atexit, f.peek()[1:] == (print, ("a is gone",), {"end": "!\n"}))
del a
print(f.alive, f(), f.peek(), f.detach())
b = A()
g = weakref.finalize(b, lambda x: x * 2, 21)
print(g(), g(), g.alive)
h = weakref.finalize(b, print, "never")
print(h.detach()[2], h.alive)
keep = [A(), A(), A()]
for i, o in enumerate(keep):
    weakref.finalize(o, print, "end", i)
silent = weakref.finalize(b, print, "not at exit")
silent.atexit = False
print(silent.atexit, "last line")
