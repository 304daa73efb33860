# The words of an order that cannot be: names of any length, but not more than the buffer of CPython holds.
names = ["N%d%s" % (i, "x" * 60) for i in range(30)]
roots = [type(name, (), {}) for name in names]
first = type("First", tuple(roots), {})
second = type("Second", tuple(reversed(roots)), {})
for bases in (first, second), (first, second, *roots[:3]), tuple(roots[:2] + [first]):
    try:
        type("Third", bases, {})
    except TypeError as e:
        print(len(str(e)), e)
pairs = [(type("A" * 30 + str(i), (), {}), type("B" * 30 + str(i), (), {})) for i in range(30)]
left = [type("L%d" % i, pair, {}) for i, pair in enumerate(pairs)]
right = [type("R%d" % i, pair[::-1], {}) for i, pair in enumerate(pairs)]
try:
    type("Many", tuple(c for both in zip(left, right) for c in both), {})
except TypeError as e:
    print(len(str(e)), e)
class Renamed: pass
class Other: pass
class X(Renamed, Other): pass
class Y(Other, Renamed): pass
Renamed.__name__ = "Anders"
try:
    class Z(X, Y): pass
except TypeError as e:
    print(e)
