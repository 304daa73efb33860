# The bytes of every protocol, what reads them again, and pickles that are broken.
import pickle, io, hashlib, copyreg, sys
from collections import OrderedDict, defaultdict, deque, Counter, namedtuple
import datetime, decimal, fractions, enum
class A:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return type(self) is type(o) and self.__dict__ == o.__dict__
    __hash__ = None
class S:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1; self.b = [2]
class L(list): pass
class D(dict): pass
class G:
    def __getstate__(self): return {'q': 5}
    def __setstate__(self, s): self.s = s
class R:
    def __reduce__(self): return (R, (), None, None, iter([('a', 1)]))
    def __setitem__(self, k, v): self.__dict__[k] = v
class NX:
    def __new__(cls, *, k=3): o = super().__new__(cls); o.k = k; return o
    def __getnewargs_ex__(self): return (), {'k': self.k}
class E(enum.Enum):
    X = 1
    Y = 'q'
P = namedtuple('P', 'a b')
a = A(1); a.me = a; cyc = [1]; cyc.append(cyc); t = ([],); t[0].append(t)
l = L([1, 2]); l.z = 3; d = D(a=1); d.w = [d]
objs = [None, True, False, 0, 1, 255, 256, 65535, 65536, -1, -128, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**63, -2**63, 2**100, -2**200, 2**2100,
 1.5, float('inf'), -0.0, '', 'abc', 'é' * 10, '\U0001f600', '\ud800', 'x' * 300, 'y' * 70000, b'', b'abc', b'z' * 300, b'q' * 70000, bytearray(b'ab'),
 (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], list(range(1001)), list(range(2000)), {}, {1: 2}, dict.fromkeys(range(1000)), dict.fromkeys(range(2001)),
 set(), {1}, frozenset(), frozenset([1, 2]), a, cyc, t, l, d, S(), G(), R(), NX(k=9), E.X, E, P(1, 2), OrderedDict(a=1, b=2), defaultdict(list, {1: [2]}), deque([1, 2], 5), Counter('abca'),
 datetime.datetime(2020, 1, 2, 3, 4, 5), datetime.timedelta(3), decimal.Decimal('1.5'), fractions.Fraction(1, 3), len, print, int, type(None), A, A.__init__, [].append if 0 else str.upper, slice(1, 2, 3), range(5), complex(1, 2), ValueError('x', 1), Ellipsis, NotImplemented,
 ['a', 'a', ['a']], ['x' * 70000, 'x', b'y' * 70000], [list(range(300)) for _ in range(100)], {'k%d' % i: str(i) for i in range(5000)}]
for i, o in enumerate(objs):
    for p in range(6):
        try:
            s = pickle.dumps(o, p)
        except Exception as e:
            print(i, p, type(e).__name__, e); continue
        print(i, p, len(s), hashlib.md5(s).hexdigest()[:8], end=' ')
        try:
            r = pickle.loads(s)
            print(type(r).__name__, repr(r).split(' at 0x')[0][:60] if type(r).__repr__ is not object.__repr__ else sorted(getattr(r, '__dict__', {})))
            f = io.BytesIO(s + s)
            r1 = pickle.load(f); r2 = pickle.load(f); assert f.read() == b''
        except Exception as e:
            print(type(e).__name__, e)
class PP(pickle.Pickler):
    def persistent_id(self, o): return ('id', o.x) if isinstance(o, A) else None
class UU(pickle.Unpickler):
    def persistent_load(self, i): return A(i[1])
    def find_class(self, m, n): print('find', m, n); return super().find_class(m, n)
for p in range(2, 6):
    f = io.BytesIO(); k = PP(f, p); k.dump([A(3), S(), 'x']); k.dump(['x']); print(len(f.getvalue())); f.seek(0); u = UU(f); print(u.load()[0].x, u.load())
class RO(pickle.Pickler):
    def reducer_override(self, o):
        if isinstance(o, S): return (A, (5,))
        return NotImplemented
f = io.BytesIO(); RO(f).dump([S(), A(1)]); print([x.x for x in pickle.loads(f.getvalue())])
f = io.BytesIO(); k = pickle.Pickler(f); k.fast = True; q = [1]; k.dump([q, q]); print(f.getvalue())
k = pickle.Pickler(f); k.dispatch_table = copyreg.dispatch_table.copy(); k.dispatch_table[S] = lambda s: (A, (8,)); k.dump(S()); print(f.getvalue()[-60:])
for bad in [b'', b'.', b'(.', b'a.', b'K', b'\x80\x09.', b'h\x05.', b'zz', b'\x8c\x05ab', b'(K\x01K\x02u.', b'}(K\x01u.', b']K\x01a', b'\x95\xff\0\0\0\0\0\0\0N.', b'N.N', b'0', b'1', b't.', b'\x85.', b'}K\x01s.', b'(e.', b'Nb.', b')R.', b'NN\x81.', b'\x8c\x01a\x8c\x01b\x93.', b"I12\n.", b"L12L\n.", b"S'abc'\n.", b"Vab\\u0041\n.", b'F1.5\n.', b'(lp0\nI1\na.', b'(I1\nI2\ntp0\n.', b'(dp0\n.', b'K\x01q\x00h\x00\x86.', b'2.', b'K\x012\x86.', b'(c__main__\nA\nK\x01o.']:
    try: print(bad, pickle.loads(bad) if not bad.endswith(b'o.') else pickle.loads(bad).x)
    except Exception as e: print(bad, type(e).__name__, e)
def deep(n):
    r = []
    for _ in range(n): r = [r]
    return r
for n in (100, 300, 450):
    print(n, len(pickle.dumps(deep(n))))
class Node:
    pass
h = Node(); c = h
for i in range(100): c.n = Node(); c = c.n
print(len(pickle.dumps(h)))
dd = {1: 2, 3: 4}
class Mut:
    def __reduce__(self): dd[99] = 1; return (int, ())
dd[5] = Mut()
try: pickle.dumps(dd)
except RuntimeError as e: print(e)
