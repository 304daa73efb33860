"""Which of list and class += asks first; a __dict__ in a class body; conversions by what classes say."""
class D:
    __dict__ = {"one": 1}
print(D().__dict__, vars(D()), D.__dict__["__dict__"])
class L(list):
    def __add__(self, o): print("add"); return NotImplemented
l = L()
try:
    l += 1
except TypeError as e: print(e)
class M(list):
    def __radd__(self, o): print("radd"); return 5
    def __iadd__(self, o): print("iadd"); return NotImplemented
l = M()
try:
    l += 1
except TypeError as e: print(e)
try:
    print([1] + l, l + [1], (1,) + l)
except TypeError as e: print(e)
class S(str):
    def __add__(self, o): print("S.add"); return NotImplemented
    def __rmod__(self, o): print("rmod"); return 7
    def __rmul__(self, o): print("rmul"); return 8
try: print(S("a") + "b")
except TypeError as e: print(e)
print("%s" % S("a"), 3 * S("a"))


class F(float):
    def __float__(self):
        return 2.5


class N(int):
    def __float__(self):
        return 7.5


class Q(set):
    def __iter__(self):
        return iter("xy")


class R:
    def __repr__(self):
        return None


class T:
    __slots__ = ("x",)

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)


print(complex(F(1)), complex(N(1)), float(F(1)), __import__("math").sqrt(N(9)), Q("q"))
for f in (str, repr, format):
    try:
        f(R())
    except TypeError as e:
        print(e)
try:
    T().y = 1
except AttributeError as e:
    print(e)
