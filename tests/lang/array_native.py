# Arrays as sequences: patterns, iterators, slices of every kind, memory that is looked at, subclasses.
import gc
import pickle
import copy
import sys
import weakref
from array import array


def attempt(text):
    try:
        print(text, "->", eval(text, globals()))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


a = array("i", range(10))
match a:
    case [first, *rest]:
        print(first, rest)
it = iter(a)
next(it), next(it)
print(type(it).__name__, it.__reduce__(), list(it), list(it), sys.getsizeof(it) - sys.getsizeof(iter([])))
it = pickle.loads(pickle.dumps(iter(a)))
it.__setstate__(7)
print(list(it), copy.copy(a) is a, copy.deepcopy(a) == a, pickle.loads(pickle.dumps(a)) == a)
print(gc.is_tracked(a), sys.getsizeof(array("d", [1.0] * 3)) - sys.getsizeof(array("d")), weakref.ref(a)() is a)
for s in (slice(2, 5), slice(None, None, 3), slice(8, 1, -2), slice(5, 5), slice(7, 3)):
    b = a[:]
    print(s, b[s], end=" ")
    del b[s]
    print(b, end=" ")
    b = a[:]
    try:
        b[s] = array("i", [70, 71, 72])
        print(b)
    except ValueError as e:
        print(e)
b = a[:3]
b[1:1] = b
print(b, b * 2, 2 * b, b * -1, b + b[::-1])
b *= 0
print(b, len(b), bool(b))
d = array("d", [1, 2.5])
d.extend(x / 4 for x in range(3))
d[0] = True
d.insert(-1, 9)
d.insert(100, 1e300)
print(d, d.count(0.25), d.index(9), 2.5 in d, d[0] is d[0], sum(d[:4]))
nan = array("d", [float("nan")])
print(nan == nan, array("d", [1, 2]) < array("i", [1, 3]), array("b", [1]) == array("d", [1.0]), d > d[:2], d != d)
view = memoryview(d)
view[1] = 7.0
print(d[1], view.format, view.itemsize, view.nbytes, bytes(array("H", [1, 258])), view.tolist() == d.tolist())
for change in ("d.append(1)", "d.pop()", "d.__delitem__(0)", "d.__setitem__(slice(0, 1), d[:2])", "d.__setitem__(slice(0, 2), d[1:3])"):
    attempt(change)
view.release()
d.append(1)
print(d, array("f", [0.1, 3e38, 1e-50]), array("f", [1.5]).tobytes())
attempt("array('b', [1, 2]).frombytes('x')")
attempt("array('i', [1]).fromunicode('x')")
attempt("array('i', [1]).tounicode()")
attempt("array('i', [1]).insert(0)")
attempt("array('i', [1]).pop('x')")
attempt("array('i', [1]).index(1, 0, 1, 2)")
attempt("array('d', ['1'])")
attempt("array('d', [1])['0']")
attempt("array('i', [1]) * 2.0")
attempt("array('i', [1]) < [1]")
attempt("array('i', {1: 2, 3: 4})")
attempt("array('B', bytearray(b'ab'))")
attempt("array('b', [1.0])")
attempt("array('i', [3, 1, 2]).sort()")
attempt("{array('i'): 1}")
a.byteswap()
print(a[1], a[2], array("q", [1, -1]).tobytes())


class Named(array):
    def __new__(cls, code, name):
        return super().__new__(cls, code)

    def __init__(self, code, name):
        self.name = name

    def total(self):
        return sum(self)


n = Named("i", name="n")
n.extend([4, 5])
print(n, n.name, n.total(), type(n + n), type(n[:1]), pickle.loads(pickle.dumps(array("L", [2 ** 63]))))


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(array("i", [Index(4), True]), array("i", [1, 2, 3])[Index(1)])
sieve = array("b", [1]) * 1000
sieve[0:2] = array("b", [0, 0])
for i in range(2, 32):
    if sieve[i]:
        sieve[i * i::i] = array("b", bytes(len(range(i * i, 1000, i))))
print(sum(sieve), [i for i in range(100) if sieve[i]][-5:])
