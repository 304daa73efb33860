# weakref.proxy passes everything on.
import weakref


class L(list):
    pass


l = L([1, 2, 3])
p = weakref.proxy(l)
print(len(p), p[0], 2 in p, list(p), p + [4], p * 2, str(p), bool(p), type(p).__name__)
p[0] = 9
del p[1]
p.tag = "tag"
print(l, l.tag, p.__class__, isinstance(p, L), p == [9, 3], p is weakref.proxy(l))
p += [5]
print(l, type(p))


def f(x):
    return x + 1


q = weakref.proxy(f)
print(q(2), type(q).__name__, weakref.getweakrefcount(f))


class N:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return N(self.v + (o.v if isinstance(o, N) else o))

    def __radd__(self, o):
        return N(o + self.v)

    def __iadd__(self, o):
        self.v += o
        return self

    def __neg__(self):
        return N(-self.v)

    def __index__(self):
        return self.v

    def __lt__(self, o):
        return self.v < o.v

    def __divmod__(self, o):
        return (self.v, o)

    def __pow__(self, o, m=None):
        return (self.v, o, m)

    def __iter__(self):
        return iter(range(self.v))

    def __bool__(self):
        return self.v > 3


n = N(3)
m = weakref.proxy(n)
print((m + 1).v, (1 + m).v, (m + m).v, (-m).v, [10, 11, 12, 13][m], m < N(5), divmod(m, 2), m ** 2, pow(m, 2, 5))
print(list(m), bool(m), not m, hex(m))
try:
    hash(m)
except TypeError as e:
    print(e)
del n
for use in (lambda: m.v, lambda: m + 1, lambda: list(m), lambda: str(m), lambda: bool(m), lambda: m == 1):
    try:
        use()
    except ReferenceError as e:
        print(e)
try:
    weakref.proxy(1)
except TypeError as e:
    print(e)
