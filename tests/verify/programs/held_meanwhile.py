"""Who holds what while something is under way: special methods that are bound, attributes that are set, exceptions
that are made, names that were sought."""


class Count:
    def __init__(self, n): self.n, self.i = n, 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i
    def __length_hint__(self): return self.n - self.i
    def __round__(self, digits=None):
        return self.n
    def __reversed__(self):
        return iter([self])
    def __bytes__(self):
        return bytes(self.n)
    def __dir__(self):
        return ["n"]
    def __sizeof__(self):
        return 4
    def __format__(self, spec):
        return "three"


c = Count(3)
print(list(c), round(c), list(reversed(c)) == [c], bytes(c), dir(c), f"{c:x}")


class Stand:
    def __mro_entries__(self, bases):
        return (Count,)


class Of(Stand()):
    pass


class Broken(Exception):
    def __init__(self, item, left=0):
        super().__init__("no " + item)
        self.item, self.left = item, left


what = "".join(["coffee", " beans"])
try:
    raise Broken(what, 2)
except Broken as error:
    kept = error


class Child:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("gone:", self.name)


class Family:
    def __init__(self):
        self.first = Child("first")
        self.second = Child("second")


f = Family()
f.first = Child("another")
del f.second
f.__dict__ = {}

sought = "".join(["no", "where"])
print(getattr(f, sought, None), getattr(Family, sought, None))
print(hasattr(c, sought))


def of_constants(a=None, b="x"):
    def inner(c=None):
        return (None,)
    return inner, (None, "x"), "%s" % (1,)


parts = of_constants()
code = of_constants.__code__
constants = code.co_consts
names = code.co_varnames
nameless = (lambda: 0).__name__
pausing = (lambda: (yield))()
next(pausing)
running = (n for n in [1, 2])
of_running = running.gi_code

pairs = iter({1: "one", 2: "two", 3: "three"}.items())
first = next(pairs)
del first
make, (rest,) = pairs.__reduce__()

text = "größer = 1"
exec(text)
