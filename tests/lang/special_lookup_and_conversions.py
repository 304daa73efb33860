d = {1: 2}
for a in (frozenset([1]), frozenset([3]), {1}, [1], (1,), "a"):
    for n in "and or sub xor".split():
        for f in (d.keys(), d.items()):
            try: r = getattr(f, f"__{n}__")(a); print(type(r).__name__, r)
            except Exception as e: print(type(e).__name__, e)
            try: r = getattr(f, f"__r{n}__")(a); print(type(r).__name__, r)
            except Exception as e: print(type(e).__name__, e)
print(type(d.keys() & frozenset([1])), type(frozenset([1]) & d.keys()), type(frozenset([1]) - d.keys()))
print(type(d.keys() | frozenset([1])), type(d.keys() ^ frozenset([1])), type(d.keys()- frozenset([1])))
class C(complex):
    def __complex__(self): return 42j
class D:
    def __init__(s, v): s.v = v
    def __complex__(s): return s.v
class F:
    def __float__(s): return 2.5
class I:
    def __index__(s): return 7
class CC(complex): pass
def t(*a):
    try: r = complex(*a); print(type(r).__name__, r)
    except Exception as e: print(type(e).__name__, e)
t(C(1j)); t(C(1), 2); t(D(1j)); t(D(1)); t(D(None)); t(D(CC(3))); t(F()); t(I()); t(F(), F()); t(I(), 1j)
t(1, D(1j)); t(1, "1"); t("1", 1); t("1", "2"); t([]); t(1, []); t(D(1j), D(2)); t(b"1"); t(CC(1)); t(CC(1), CC(2))
t(CC(1+2j)); t(1j, 1j); t("1+j"); t("  (1+2j) "); t("1 +2j"); t("1_0+2_0j"); t("nan"); t("infj"); t("(1"); t("")
t("\ud800"); t("１+２j"); t(D(1.5), 1); t(object()); t({}, 1); t(D("x"), 2)
print(-0.0j, complex(-0.0, -0.0), complex(0, float("nan")), complex("-nan"), complex(1e300, 1e16))
print(b"%c" % 65, b"%c" % b"A", b"%c" % bytearray(b"x"))
for v in (256, -1, b"ab", "a", 1.0, None, b"", 2**100, bytearray(b"ab")):
    try: print(b"%c" % v)
    except Exception as e: print(type(e).__name__, e)
    try: print(bytearray(b"%c") % v)
    except Exception as e: print(type(e).__name__, e)
    try: print("%c" % v)
    except Exception as e: print(type(e).__name__, e)
print(ExceptionGroup[int], BaseExceptionGroup[int, str])
class X(ExceptionGroup[ValueError]): pass
print(repr(X("a", [ValueError()])), X.__orig_bases__)
import types
class E:
    @property
    def __eq__(self): raise AttributeError("eq")
    @property
    def __iter__(self): raise AttributeError("iter")
    @property
    def __hash__(self): raise AttributeError("hash")
    @property
    def __len__(self): raise AttributeError("len")
    @property
    def __add__(self): raise AttributeError("add")
    @property
    def __getitem__(self): raise AttributeError("getitem")
    @property
    def __contains__(self): raise AttributeError("contains")
    @property
    def __bool__(self): raise AttributeError("bool")
    @property
    def __call__(self): raise AttributeError("call")
    @property
    def __str__(self): raise AttributeError("str")
    @property
    def __lt__(self): raise AttributeError("lt")
    @property
    def __neg__(self): raise AttributeError("neg")
    @property
    def __next__(self): raise AttributeError("next")
for f in ("E() == E()", "iter(E())", "hash(E())", "len(E())", "E() + 1", "1 + E()", "E()[0]", "1 in E()", "bool(E())", "E()()", "str(E())", "E() < E()", "E() < 1", "-E()", "next(E())", "[*E()]", "for_(E())", "E() != 1"):
    try: print(f, eval(f))
    except Exception as e: print(f, type(e).__name__, e)
