# In which order operands go, which no name holds: from the first on, when the result is there.
import sys

gone = []


class R:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        gone.append(self.name)

    def __add__(self, other):
        if other is None:
            return NotImplemented
        return 1

    __contains__ = __getitem__ = __lt__ = __add__

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1

    def __setitem__(self, key, value):
        pass

    def __delitem__(self, key):
        if self.name == "fails":
            raise KeyError

    def method(self, *args):
        pass

    def __call__(self, *args):
        pass


class D(dict):
    def __del__(self):
        gone.append("dict")

    def count(self, *args):
        return sys.getrefcount(self)


def show(what):
    print(what, *gone)
    gone.clear()


def every():
    R("l") + R("r"); show("+")
    R("l") < R("r"); show("<")
    R("l") == R("r"); show("==")
    R("l") in R("r"); show("in")
    R("l") is R("r"); show("is")
    R("l") < R("m") < R("r"); show("chain")
    R("l")[R("r")]; show("[]")
    R("l")[R("r")] = R("v"); show("[] =")
    del R("l")[R("r")]; show("del []")
    R("l").method(R("a"), R("b")); show("method")
    R("l")(R("a"), R("b")); show("call")
    R("l")(*[R("a"), R("b")]); show("call *")
    R("l").a = R("v"); show("attribute")
    D({1: 2}).get(R("k"), R("v")); show("get")
    D().setdefault(R("k"), R("v")); show("setdefault")
    D({1: 1})[R("k")] = R("v"); show("dict [] =")
    {R("k"): R("v"), R("k2"): R("v2"), R("k3"): R("v3")}; show("{:}")
    {R("a"), R("b"), R("c")}; show("{}")
    max(R("a"), R("b"), key=lambda x: 1); show("max")
    getattr(R("a"), "nothing", R("b")); show("getattr")
    try:
        del R("fails")[R("key")]
    except KeyError:
        show("del fails")
    try:
        R("l") + (R("r") and None)
    except TypeError:
        show("+ fails")
    try:
        R("l").nothing[R("r")]
    except AttributeError:
        show("no attribute")


class Slots:
    __slots__ = "b", "a", "c"

    def __init__(self):
        self.c, self.b, self.a = R("c"), R("b"), R("a")


class More(Slots):
    __slots__ = "d", "e"

    def __init__(self):
        super().__init__()
        self.e, self.d = R("e"), R("d")


for n in range(9):
    every()
Slots()
show("slots")
More()
show("more slots")


class Watches:
    def __del__(self):
        print(sys.getrefcount(d), end=" ")


d = {}
d[Watches()] = 1
d[Watches()] = Watches()
Watches() in d
d.setdefault(Watches(), Watches())
d.clear()
print()


class File:
    def write(self, text):
        heard.append((text, sys.getrefcount(self), sys.getrefcount(text) if text == "+ +" else ""))

    def flush(self):
        heard.append(("flush", sys.getrefcount(self)))


heard = []
file = File()
print(1.5, 2.5, sep="+ +", file=file, flush=True)
old, sys.stdout = sys.stdout, file
print(1.5, 2.5, sep="+ +", flush=True)
sys.stdout = old
print(*heard, sep="\n")


def hook(u):
    print(u.exc_type.__name__, sys.getrefcount(hook))


class Fails:
    def __del__(self):
        1 / 0


sys.unraisablehook = hook
Fails()


class Items:
    @property
    def __iter__(self):
        raise AttributeError("iter")

    def __getitem__(self, n):
        if n > 2:
            raise IndexError
        return n


print(list(Items()), *Items())
