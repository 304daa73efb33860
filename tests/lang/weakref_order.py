# Who hears first: by reference count __del__ before callbacks, in a cycle callbacks before __del__.
import gc
import weakref


class A:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def watch(o, *names):
    return [weakref.ref(o, lambda r, n=n: print("callback", n, r())) for n in names]


gc.collect()
a = A("a")
w = watch(a, 1, 2, 3)
del a

b = A("b")
b.me = b
w = watch(b, 4, 5, 6)
del b
print("collect", gc.collect())

c, d = A("c"), A("d")
c.other, d.other = d, c
w = watch(c, "c1", "c2") + watch(d, "d1")
c.inside = weakref.ref(d, lambda r: print("never called"))
del c, d
print("collect", gc.collect(), [r() for r in w])

saved = []


class Back:
    def __del__(self):
        saved.append(self)


o = Back()
r = weakref.ref(o, lambda r: print("callback of Back", r() is None))
del o
print(r() is saved[0] if r() else r(), len(saved))
o = Back()
o.me = o
r = weakref.ref(o, lambda r: print("callback of Back in a cycle", r() is None))
del o
print(gc.collect(), r(), len(saved))
