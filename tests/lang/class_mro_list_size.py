# The list that mro() gives: as long as it must be for one base, grown where bases are merged.
import sys


class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
class E(D): pass
class F(D, A): pass
class G(E, F): pass
class H(G, dict): pass


class Meta(type):
    def mro(cls):
        order = super().mro()
        print(cls.__name__, len(order), sys.getsizeof(order))
        return order


for cls in object, int, bool, type, A, B, D, E, F, G, H, Exception, KeyError:
    print(cls.__name__, len(cls.mro()), sys.getsizeof(cls.mro()))
M = Meta("M", (D, int), {})
N = Meta("N", (M,), {})


def give(**named):
    return named


def any_way(*args, **named):
    return named


for make in (lambda: give(**{1: 3}, **{1: 5}), lambda: give(**{1: 3}), lambda: any_way(a=3, **{"a": 5}),
             lambda: dict(**{1: 3}, **{1: 5}), lambda: any_way(**{(1,): 2}, **{"a": 1})):
    try:
        print(make())
    except TypeError as error:
        print(error)

for where in (("bad.py", 1, 2, "abcdefg", 1, 150), ("bad.py", 1, 4, "abcdefg", 3, 2), ("bad.py", 1, 2, "abcdefg", 1, 4)):
    try:
        raise SyntaxError("bad bad", where)
    except SyntaxError:
        sys.__excepthook__(*sys.exc_info())
