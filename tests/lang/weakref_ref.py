# weakref.ref: what it gives, when it dies, which one is given again, and its callbacks.
import gc
import weakref

gc.collect()


class A:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = A("a")
r = weakref.ref(a)
print(r() is a, r is weakref.ref(a), weakref.getweakrefcount(a), weakref.getweakrefs(a) == [r])
refs = [weakref.ref(a, lambda r, i=i: print("callback", i, r())) for i in range(4)]
print(weakref.getweakrefcount(a), refs[0] == refs[1], refs[0] is refs[1], hash(r) == hash(a), r.__callback__)
del a
print(r(), [x() for x in refs], r == refs[0])
print(hash(r) != 0)
fresh = weakref.ref(A("gone"))
print(fresh())
try:
    hash(fresh)
except TypeError as e:
    print(e)
for o in (1, "s", [], {}, (), None, object(), 1.5, b"", range(3), ValueError()):
    try:
        weakref.ref(o)
    except TypeError as e:
        print(e)
for o in (len, A, print, set(), frozenset(), (i for i in ()), gc, A("m").__init__):
    print(type(o).__name__, weakref.ref(o) is not None)
for call in (lambda: weakref.ref(), lambda: weakref.ref(A, 1, 2), lambda: weakref.ref(A, callback=1),
             lambda: weakref.ref(A)(1), lambda: weakref.ref(A)(x=1)):
    try:
        call()
    except TypeError as e:
        print(e)


class Slots:
    __slots__ = ("__weakref__", "x")


s = Slots()
r = weakref.ref(s)
print(s.__weakref__ is r, r() is s)


class NoWeak:
    __slots__ = ("x",)


try:
    weakref.ref(NoWeak())
except TypeError as e:
    print(e)


class Tagged(weakref.ref):
    def __new__(cls, o, callback=None, tag=None):
        return super().__new__(cls, o, callback)

    def __init__(self, o, callback=None, tag=None):
        super().__init__(o, callback)
        self.tag = tag


x = A("x")
t = Tagged(x, lambda r: print("gone", r.tag), tag="T")
u = Tagged(x)
print(t is Tagged(x), t == u, u.__callback__, weakref.getweakrefcount(x))
del x
print(t(), u(), t == u)
print(weakref.ref(A) is weakref.ref(A), {weakref.ref(A): 1}[weakref.ref(A)])
