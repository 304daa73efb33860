"""isinstance and issubclass with objects that only say what they are: __class__ and __bases__."""


def show(f):
    try:
        print(f())
    except (TypeError, KeyError, RecursionError) as e:
        print(type(e).__name__, str(e)[:60])


class Abstract:
    def __init__(self, *bases):
        self.bases = bases

    @property
    def __bases__(self):
        return self.bases

    def __call__(self):
        return Instance(self)


class Instance:
    def __init__(self, klass):
        self.klass = klass

    @property
    def __class__(self):
        return self.klass


base = Abstract()
child = Abstract(base)
print(isinstance(child(), base), isinstance(base(), child), issubclass(child, base), issubclass(base, child))
show(lambda: isinstance(1, base))
show(lambda: issubclass(int, base))
show(lambda: issubclass(base, int))
show(lambda: isinstance(1, 1))
show(lambda: issubclass(int, 1))
show(lambda: issubclass(1, int))
show(lambda: issubclass(int, (1, int)))
show(lambda: issubclass(int, (int, 1)))
show(lambda: isinstance(1, ((((int,),),), str)))


class BadBases:
    __bases__ = 5


class RaisingBases:
    @property
    def __bases__(self):
        raise KeyError("bases")


show(lambda: isinstance(1, BadBases()))
show(lambda: isinstance(1, RaisingBases()))
show(lambda: issubclass(BadBases(), int))


class Proxy:
    def __init__(self, of):
        self.of = of

    @property
    def __class__(self):
        return type(self.of)


print(isinstance(Proxy(1), int), isinstance(Proxy([]), int), type.__instancecheck__(int, Proxy(1)))


class Meta(type):
    def __instancecheck__(cls, o):
        return super().__instancecheck__(o) or o == "yes"


class Checked(metaclass=Meta):
    pass


print(isinstance("yes", Checked), isinstance("no", Checked), isinstance(Checked(), Checked))
nested = int
for _ in range(2000):
    nested = (nested,)
show(lambda: isinstance("x", nested))
