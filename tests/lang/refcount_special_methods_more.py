"""Who holds an object while its special methods run: iterators, hints, operators, conversions."""
# test: to=3.13.0
import sys, operator, io, array
def rc(o): return sys.getrefcount(o) - 1 if not isinstance(o, (int, str)) else "-"
class L:
    def __init__(s, n=2): s.n = n
    def __iter__(s): print("it", rc(s), end=" "); return s
    def __next__(s):
        print("nx", rc(s), end=" ")
        s.n -= 1
        if s.n < 0: raise StopIteration
        return s.n
    def __length_hint__(s): print("lh", rc(s), end=" "); return 3
class D:
    def keys(s): print("ke", rc(s), end=" "); return ["a"]
    def __getitem__(s, k): print("gi", rc(s), end=" "); return 1
class Del:
    def __call__(s): print("call", rc(s), end=" "); raise ValueError("x")
    def __repr__(s): return "<D>"
class Ctx:
    def __enter__(s): print("en", rc(s), end=" "); return s
    def __exit__(s, *a): print("ex", rc(s), [rc(x) for x in a[1:2] if x], end=" "); return True
class Get:
    def __get__(s, o, t): print("get", rc(s), rc(o), end=" "); return 1
    def __set__(s, o, v): print("set", rc(s), rc(o), rc(v), end=" ")
    def __delete__(s, o): print("del", rc(s), rc(o), end=" ")
    def __set_name__(s, o, n): print("sn", rc(s), end=" ")
class H: g = Get()
class GA:
    def __getattr__(s, n): print("ga", rc(s), end=" "); return 1
    def __setattr__(s, n, v): print("sa", rc(s), rc(v), end=" "); object.__setattr__(s, n, v)
    def __delattr__(s, n): print("da", rc(s), end=" ")
    def __dir__(s): print("dir", rc(s), end=" "); return []
class IT:
    def __getitem__(s, k): print("gi", rc(s), rc(k), end=" "); return 1
    def __setitem__(s, k, v): print("si", rc(s), rc(k), rc(v), end=" ")
    def __delitem__(s, k): print("di", rc(s), rc(k), end=" ")
    def __missing__(s, k): return 1
    def __len__(s): print("le", rc(s), end=" "); return 3
    def __reversed__(s): print("rv", rc(s), end=" "); return iter([])
    def __contains__(s, k): print("co", rc(s), rc(k), end=" "); return True
class MD(dict):
    def __missing__(s, k): print("mi", rc(s), rc(k), end=" "); return 1
class N:
    def __init__(s, n="n"): s.n = n
    def __neg__(s): print("ng", rc(s), end=" "); return 1
    def __add__(s, o): print("ad", rc(s), rc(o), end=" "); return NotImplemented
    def __radd__(s, o): print("ra", rc(s), rc(o), end=" "); return 1
    def __iadd__(s, o): print("ia", rc(s), rc(o), end=" "); return s
    def __mul__(s, o): print("mu", rc(s), rc(o), end=" "); return 1
    def __rmul__(s, o): print("rm", rc(s), rc(o), end=" "); return 1
    def __pow__(s, o, m=None): print("po", rc(s), rc(o), end=" "); return 1
    def __rpow__(s, o, m=None): print("rp", rc(s), end=" "); return 1
    def __divmod__(s, o): print("dm", rc(s), rc(o), end=" "); return 1
    def __matmul__(s, o): print("mm", rc(s), rc(o), end=" "); return 1
    def __eq__(s, o): print("eq", rc(s), rc(o), end=" "); return NotImplemented
    def __lt__(s, o): print("lt", rc(s), rc(o), end=" "); return NotImplemented
    def __gt__(s, o): print("gt", rc(s), rc(o), end=" "); return True
    def __hash__(s): print("ha", rc(s), end=" "); return 1
    def __int__(s): print("in", rc(s), end=" "); return 1
    def __index__(s): print("ix", rc(s), end=" "); return 1
    def __float__(s): print("fl", rc(s), end=" "); return 1.0
    def __complex__(s): print("cx", rc(s), end=" "); return 1j
    def __round__(s, n=None): print("ro", rc(s), end=" "); return 1
    def __trunc__(s): print("tr", rc(s), end=" "); return 1
    def __floor__(s): print("fo", rc(s), end=" "); return 1
    def __abs__(s): print("ab", rc(s), end=" "); return 1
    def __bytes__(s): print("by", rc(s), end=" "); return b""
    def __bool__(s): print("bo", rc(s), end=" "); return True
    def __str__(s): print("st", rc(s), end=" "); return ""
    def __repr__(s): print("re", rc(s), end=" "); return ""
    def __format__(s, f): print("fm", rc(s), end=" "); return ""
    def __sizeof__(s): print("sz", rc(s), end=" "); return 1
    def __instancecheck__(s, o): print("ic", rc(s), rc(o), end=" "); return True
    def __subclasscheck__(s, o): print("sc", rc(s), end=" "); return True
    def __reduce_ex__(s, p): print("rx", rc(s), end=" "); return (N, ())
    def __copy__(s): print("cp", rc(s), end=" "); return 1
    def __deepcopy__(s, m): print("dc", rc(s), end=" "); return 1
    def __fspath__(s): print("fs", rc(s), end=" "); return "/nonexistent"
    def __getstate__(s): print("gs", rc(s), end=" "); return None
def w():
    with Ctx() as c: raise ValueError
def w2():
    with Ctx(): pass
def iadd():
    n = N(); n += N()
def unp():
    a, b = L()
def star():
    a, *b = L()
def forl():
    for x in L(): pass
def deco():
    class B:
        __del__ = Del()
    B()
def comp(): return [x for x in L()]
def gen(): return list(x for x in L())
def gexp(): return sum(x for x in L())
def yf():
    def g(): yield from L()
    return list(g())
def attr():
    h = H(); h.g; h.g = N(); del h.g
    getattr(h, "g"); setattr(h, "g", N()); delattr(h, "g"); hasattr(h, "g")
def attr2():
    h = GA(); h.x; h.y = N(); del h.y; getattr(h, "z", None); hasattr(h, "q"); dir(h); setattr(h, "k", N())
def items():
    i = IT(); k = N(); i[k]; i[k] = N(); del i[k]; k in i; list(reversed(i)); i[N()]; operator.getitem(i, N()); operator.setitem(i, N(), N()); operator.contains(i, N())
def loops():
    n = N(); m = N()
    n + m; -n; n * m; n @ m; n ** m; divmod(n, m); pow(n, m); n == m; n != m; n < m; n > m
    operator.add(n, m); operator.mul(n, m); operator.neg(n); operator.eq(n, m); operator.lt(n, m); 1 + n; [1] * n; 2 ** n
T = {
"list": lambda: list(L()), "tuple": lambda: tuple(L()), "set": lambda: set(L()), "fset": lambda: frozenset(L()), "bytes": lambda: bytes(L()), "ba": lambda: bytearray(L()),
"extend": lambda: [].extend(L()), "iadd": lambda: [].__iadd__(L()), "star": lambda: [*L()], "tstar": lambda: (*L(),), "sstar": lambda: {*L()}, "cstar": lambda: max(*L()),
"sorted": lambda: sorted(L()), "sum": lambda: sum(L()), "min": lambda: min(L()), "any": lambda: any(L()), "all": lambda: all(L()),
"map": lambda: list(map(str, L())), "filter": lambda: list(filter(None, L())), "zip": lambda: list(zip(L(), L())), "enum": lambda: list(enumerate(L())),
"join": lambda: "".join(L()), "dict": lambda: dict.fromkeys(L()), "in": lambda: 5 in L(), "index": lambda: operator.indexOf(L(), 0), "count": lambda: operator.countOf(L(), 0),
"slice": lambda: [1].__setitem__(slice(0, 0), L()), "array": lambda: array.array("i", L()), "afrom": lambda: array.array("i").extend(L()), "hint": lambda: operator.length_hint(L()),
"upd": lambda: set().update(L()), "union": lambda: set().union(L()), "inter": lambda: {1}.intersection(L()), "diff": lambda: {1}.difference(L()), "subs": lambda: {1}.issubset(L()), "sups": lambda: {1}.issuperset(L()), "symd": lambda: {1}.symmetric_difference(L()), "isdis": lambda: {1}.isdisjoint(L()),
"dictkeys": lambda: dict(D()), "dupd": lambda: {}.update(D()), "dstar": lambda: {**D()}, "call**": lambda: dict(**D()), "call2**": lambda: (lambda **k: k)(**D()), "call*": lambda: (lambda *k: k)(*L()),
"iter": lambda: iter(L()) and 1, "next": lambda: next(L()), "nextd": lambda: next(L(), 0),
"w": w, "w2": w2, "iadd2": iadd, "unp": unp, "star": star, "forl": forl, "comp": comp, "gen": gen, "gexp": gexp, "yf": yf, "attr": attr, "attr2": attr2, "items": items, "loops": loops,
"md": lambda: MD()[N()], "mdget": lambda: MD().get(N()), "neg": lambda: -N(), "add": lambda: N() + N(), "radd": lambda: 1 + N(), "mul": lambda: N() * N(), "rmul": lambda: 2 * N(), "lmul": lambda: [1] * N(), "smul": lambda: "a" * N(), "pow": lambda: N() ** N(), "pow3": lambda: pow(N(), 2, 3), "rpow": lambda: 2 ** N(), "divmod": lambda: divmod(N(), N()), "mm": lambda: N() @ N(), "eq": lambda: N() == N(), "lt": lambda: N() < N(), "ne": lambda: N() != N(), "hash": lambda: hash(N()), "int": lambda: int(N()), "float": lambda: float(N()), "complex": lambda: complex(N()), "round": lambda: round(N()), "round2": lambda: round(N(), 1), "trunc": lambda: __import__("math").trunc(N()), "floor": lambda: __import__("math").floor(N()), "ceil": lambda: __import__("math").ceil(N()), "abs": lambda: abs(N()), "bytes2": lambda: bytes(N()), "bool": lambda: bool(N()), "str": lambda: str(N()), "repr": lambda: repr(N()), "ascii": lambda: ascii(N()), "fmt": lambda: format(N()), "fmt2": lambda: format(N(), "x"), "fstr": lambda: f"{N()}", "fstrr": lambda: f"{N()!r:5}", "sformat": lambda: "{}".format(N()), "sformat2": lambda: "{0.n}".format(N()), "pct": lambda: "%s" % N(), "pctd": lambda: "%d" % N(), "pctf": lambda: "%f" % N(), "pctx": lambda: "%x" % N(), "pctt": lambda: "%s %s" % (N(), N()), "pctm": lambda: "%(a)s" % {"a": N()}, "size": lambda: sys.getsizeof(N()), "isinst": lambda: isinstance(N(), N()), "isinstt": lambda: isinstance(1, (str, N())), "issub": lambda: issubclass(int, N()),
"range": lambda: range(N()), "idx": lambda: [1, 2][N()], "tidx": lambda: (1, 2)[N()], "sidx": lambda: "ab"[N()], "bidx": lambda: b"ab"[N()], "rng": lambda: range(3)[N()], "hex": lambda: hex(N()), "bin": lambda: bin(N()), "chr": lambda: chr(N()), "sqrt": lambda: __import__("math").sqrt(N()), "gcd": lambda: __import__("math").gcd(N(), N()), "islice": lambda: 1, "insert": lambda: [].insert(N(), N()) , "pop": lambda: [1, 2].pop(N()), "rotate": lambda: "abc".center(N()), "open": lambda: open(N()) if 0 else 1, "dget": lambda: {}.get(N()), "dset": lambda: {}.__setitem__(N(), N()), "dset2": lambda: {N(): N()}.__len__(), "sadd": lambda: {N()}.__len__(), "dpop": lambda: {}.pop(N(), 1), "sd": lambda: {}.setdefault(N(), N()) and 1, "lcmp": lambda: [N()] == [N()], "tcmp": lambda: (N(),) == (N(),), "tlt": lambda: (N(),) < (N(),), "dcmp": lambda: {1: N()} == {1: N()}, "lin": lambda: N() in [1, N()], "sin": lambda: N() in {N()}, "din": lambda: N() in {N(): 1}, "lcount": lambda: [N(), 1].count(N()), "lrem": lambda: [N(), 1].remove(1), "max": lambda: max(N(), N()) and 1, "maxl": lambda: max([N(), N()]) and 1, "min": lambda: min(N(), N()) and 1, "sort": lambda: [N(), N()].sort(), "sortk": lambda: sorted([2, 1], key=lambda i: N()), "copy": lambda: __import__("copy").copy(N()), "deepcopy": lambda: __import__("copy").deepcopy(N()), "print": lambda: print(N()), "prints": lambda: print("a", N(), sep=" "), "input": lambda: 1, "exit": lambda: 1, "raise": lambda: 1, "callable": lambda: callable(N()), "vars": lambda: vars(N()), "divr": lambda: 1 / 1, "sumn": lambda: sum([N(), 1]), "sums": lambda: sum([1, N()]), "sumst": lambda: sum([1], N()), "strjoin": lambda: " ".join([str(N()), repr(N())]), "strtuple": lambda: str((N(), N())), "strlist": lambda: str([N(), [N()]]), "strdict": lambda: str({1: N()}), "strset": lambda: str({N()}), "setcmp": lambda: {N()} == {N()}, "slice2": lambda: [1, 2, 3][N():N():N()], "delsl": lambda: [1, 2, 3].__delitem__(slice(N(), None)), "bool and": lambda: N() and 1, "bool or": lambda: N() or 1, "not": lambda: not N(), "if": lambda: 1 if N() else 2, "while": lambda: 1, "chain": lambda: N() < N() < N(), "in chain": lambda: 1 == N() == 1,
}
for name, f in T.items():
    print(name, end=": ")
    try: print("->", f())
    except Exception as e: print(type(e).__name__, e)
