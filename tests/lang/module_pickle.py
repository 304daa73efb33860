# The bytes of a pickle in every protocol, and what they become again.
import pickle, collections, datetime, decimal, fractions, enum, dataclasses, functools, io, copyreg, operator, types, array, re
Point = collections.namedtuple("Point", "x y")
class Color(enum.Enum):
    RED = 1
    BLUE = 2
class Perm(enum.Flag):
    R = 1
    W = 2
@dataclasses.dataclass
class D:
    a: int
    b: list = dataclasses.field(default_factory=list)
class L(list):
    pass
class Di(dict):
    def __init__(self, *a, tag=None): super().__init__(*a); self.tag=tag
class T(tuple): pass
class I(int): pass
class St(str): pass
class Se(set): pass
class Base:
    __slots__ = ("p", "__q")
    def __init__(self): self.p = 1; self.__q = 2
class Sub(Base):
    def __init__(self): super().__init__(); self.z = 3
class GS:
    def __init__(self): self.a, self.b = 1, lambda: 0
    def __getstate__(self): return {"a": self.a}
    def __setstate__(self, st): self.__dict__.update(st); self.b = "restored"
class E(Exception):
    def __init__(self, code, text): super().__init__(code, text); self.code = code
class Red:
    def __init__(self, v): self.v = v
    def __reduce__(self): return (Red, (self.v,), None, None, None)
    def __eq__(self, o): return self.v == o.v
class Falsy:
    def __getstate__(self): return None
    def __setstate__(self, s): print("never")
class NA:
    def __new__(cls, a, b): o = super().__new__(cls); o.s = a + b; return o
    def __getnewargs__(self): return (1, 2)
class NX:
    def __new__(cls, *, k): o = super().__new__(cls); o.k = k; return o
    def __getnewargs_ex__(self): return (), {"k": 5}
class Node:
    def __init__(self): self.next = self
shared = [1]
rec = []; rec.append(rec)
rd = {}; rd["me"] = rd
rt = ([],); rt[0].append(rt)
di = Di({"k": 1}, tag="t"); l = L([1, 2]); l.extra = 3
values = [None, True, False, 0, 1, -1, 255, 256, 65535, 65536, -129, 2**31-1, 2**31, -2**31, -2**31-1, 2**63, -2**70, 10**700, 1.5, -0.0, float("inf"), 1e300,
 "", "a", "é", "\u20ac\n\\", "x"*300, "\ud800", "\U0001f600", b"", b"\x00\xff", b"y"*300, bytearray(), bytearray(b"ab"),
 (), (1,), (1,2), (1,2,3), (1,2,3,4), [], [1], [1,2], {}, {1:2}, {1:2,"a":[]}, set(), {1}, frozenset(), frozenset({1}),
 [shared, shared], (shared, shared), rec, rd, rt, Point(1,2), D(1,[2]), l, di, T((1,2)), I(5), St("s"), Se({1}), Sub(), GS(), E(1,"x"), Red(3), NA(1,2), Node(), Falsy(),
 complex(1,2), range(5), slice(1,2), datetime.date(2020,1,2), datetime.datetime(2020,1,2,3,4,5,6), datetime.timedelta(1,2,3), decimal.Decimal("1.50"), fractions.Fraction(1,3),
 collections.OrderedDict([("a",1),("b",2)]), collections.Counter("aab"), collections.defaultdict(list,{"a":[1]}), collections.deque([1,2],5), collections.ChainMap({1:2}),
 functools.partial(int,"11",base=2), operator.itemgetter(1), ValueError("bad",1), KeyError("k"), OSError(2,"No","f"), len, int, dict, list.append, "a".upper, print, type(None), types.SimpleNamespace(a=1), array.array("i",[1,2]), re.compile("a+"), functools.reduce, datetime, io.StringIO("hey"), zip, map,
 [["x"]*3, "x"], list(range(1001)), {i:i for i in range(1000)}, ["a"*10]*5, set(range(3))]
for n, v in enumerate(values):
    for p in range(6):
        try:
            data = pickle.dumps(v, p)
            back = pickle.loads(data)
        except Exception as e:
            print(n, p, type(e).__name__, e); continue
        text = repr(data) if len(data) < 400 else (len(data), hash(data))
        same = type(back) is type(v)
        try: same = same and (back == v)
        except RecursionError: same = "rec"
        print(n, p, text, same, sorted(getattr(back, "__dict__", ())) if type(back).__module__ == "__main__" else "")
print(pickle.loads(pickle.dumps(Sub())).p, pickle.loads(pickle.dumps(NX(k=1))).k)
x = pickle.loads(pickle.dumps([shared, shared, rec]))
print(x[0] is x[1], x[2] is x[2][0])
f = io.BytesIO()
pk = pickle.Pickler(f, 2)
pk.dump(shared); pk.dump([shared, "z"]); print(f.getvalue())
f.seek(0); up = pickle.Unpickler(f); print(up.load(), up.load(), f.tell())
try: up.load()
except EOFError as e: print(e)
class PP(pickle.Pickler):
    def persistent_id(self, o): return ("pid", o.code) if isinstance(o, E) else None
class UU(pickle.Unpickler):
    def persistent_load(self, pid): return ["loaded", pid]
    def find_class(self, m, n):
        print("find", m, n); return super().find_class(m, n)
for p in (0, 1, 4):
    f = io.BytesIO(); PP(f, p).dump([E(7, "q"), Red]); print(f.getvalue())
    f.seek(0); print(UU(f).load())
class Safe(pickle.Unpickler):
    def find_class(self, m, n): raise pickle.UnpicklingError(f"global '{m}.{n}' is forbidden")
try: Safe(io.BytesIO(pickle.dumps(D(1)))).load()
except pickle.UnpicklingError as e: print(e)
class RO(pickle.Pickler):
    def reducer_override(self, o):
        if isinstance(o, D): return (list, ((o.a,),))
        return NotImplemented
f = io.BytesIO(); RO(f).dump(D(9)); print(pickle.loads(f.getvalue()))
p = pickle.Pickler(io.BytesIO()); p.dispatch_table = {Color: lambda c: (str, (c.name,))}; p.dump(Color.RED)
copyreg.pickle(Node, lambda n: (Node, ())); print(pickle.dumps(Node()))
p = pickle.Pickler(f := io.BytesIO(), 1); p.fast = True; p.dump([[1], [1]]); print(f.getvalue())
with open("db.pkl", "wb") as h: pickle.dump({"a": [1, 2]}, h); pickle.dump("two", h)
with open("db.pkl", "rb") as h: print(pickle.load(h), pickle.load(h))
print(pickle.loads(pickle.dumps("a" * 70000)) == "a" * 70000, len(pickle.dumps(["a" * 70000, b"b" * 70000, [1] * 40000])), hash(pickle.dumps(["a" * 70000, b"b" * 70000, list(range(40000))])))
big = nested = []
for i in range(100): nested.append([]); nested = nested[0]
print(len(pickle.dumps(big)))
print(pickle.loads(b"\x80\x02X\x01\x00\x00\x00aq\x00."), pickle.loads(b"cposix\nsep\n." if 0 else b"ccopy_reg\n_reconstructor\n(c__main__\nL\nc__builtin__\nlist\n(lI1\natR."))
