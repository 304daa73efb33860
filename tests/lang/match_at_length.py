"""match: each pattern against each subject, and what is no pattern."""
import sys, re, collections, dataclasses, enum
def t(f):
    try: print(re.sub(r" at 0x\w+", "", repr(f())))
    except BaseException as e: print("!!", type(e).__name__, e)
class Pt:
    __match_args__ = ("x", "y")
    def __init__(s, x, y): s.x, s.y = x, y
@dataclasses.dataclass
class Q: a: int; b: list = dataclasses.field(default_factory=list)
class Col(enum.Enum): R = 1; G = 2
NT = collections.namedtuple("NT", "p q")
class Seq(collections.abc.Sequence):
    def __len__(s): return 2
    def __getitem__(s, i):
        if i > 1: raise IndexError
        return i
class Mp(collections.abc.Mapping):
    def __len__(s): return 1
    def __iter__(s): return iter("k")
    def __getitem__(s, k): print("getitem", k); return 5 if k == "k" else {}[k]
subjects = [0, 1, -1, 1.0, 2+3j, True, None, "a", "ab", b"a", "", (), (1,), [1, 2], [1, [2, 3]], (1, 2, 3, 4), {}, {"a": 1}, {"a": 1, "b": {"c": 2}}, {1: 2, None: 3}, Pt(1, 2), Pt(0, [3]), Q(1), Q(2, [5]), Col.R, Col.G, NT(1, 2), range(3), {1}, int, Seq(), Mp(), collections.deque([1, 2]), bytearray(b"x"), memoryview(b"y"), collections.OrderedDict(z=1), collections.defaultdict(list), iter([1]), 10**20]
pats = ["0", "1 | 2", "-1", "1.0", "2+3j", "True", "None", "'a' | b'a'", "x", "_", "[]", "[x]", "[x, y]", "(x, y, *_)", "[1, *r]", "[*r, 2]", "[_, [a, *b]]", "[x, y] | [x, y, _, _]", "{}", "{'a': x}", "{'a': 1, **r}", "{'b': {'c': c}}", "{1: x, None: y}", "{'k': v}", "{'zz': v}", "Pt()", "Pt(x, y)", "Pt(1, y=z)", "Pt(x=0, y=[w])", "Q(a)", "Q(1, [])", "Q(a=2, b=[x])", "Col.R", "Col.R | Col.G", "NT(p, q)", "NT(p=1)", "int()", "int(x)", "str(x)", "float() | complex()", "bool(b)", "list([a, b])", "tuple((a, *_))", "dict(d)", "bytes(b)", "(1 | 'a') as z", "[(1 | 2) as f, *_] as whole", "x if x == 1", "[x, y] if x < y", "type()", "object()", "Pt(x, y) if y", "{'a': int(n), **rest} if rest", "bytearray(b)", "set()", "range()", "collections.abc.Mapping()", "Pt(a, b, c)", "Q(1, b=2, a=3)", "Seq([0, x])", "'' | []"]
for p in pats:
    src = f"def f(v):\n    match v:\n        case {p}: return 'yes', {{k: q for k, q in locals().items() if k != 'v'}}\n    return 'no'\n"
    ns = dict(globals())
    try: exec(src, ns)
    except SyntaxError as e: print(p, "!!", e); continue
    for i, s in enumerate(subjects):
        r = None
        try: r = ns["f"](s)
        except Exception as e: r = f"!! {type(e).__name__} {e}"
        if r != "no": print(p, "|", i, re.sub(r" at 0x\w+", "", str(r)))
bad = ["case x | y: pass", "case [a, a]: pass", "case {'a': 1, 'a': 2}: pass", "case Pt(x=1, x=2): pass", "case {**_}: pass", "case x: pass\n  case y: pass", "case -x: pass", "case 1 + 1: pass", "case f'a': pass", "case x.y(): pass", "case a as a.b: pass", "case (x as _): pass", "case [*a, *b]: pass", "case {x: 1}: pass", "case _ | 1: pass", "case (): pass", "case 1,: pass", "case *a,: pass", "case *a: pass", "case {'a': x, **r, 'b': y}: pass", "case str(x)(y): pass", "case x := 1: pass", "case lambda: 1: pass", "case 'a' 'b': pass", "case -1j: pass", "case 1-1j: pass", "case +1: pass", "case not 1: pass", "case None(): pass", "case a.b.c: pass", "case 1 | x: pass", "case x | 1: pass", "case [x] | [y]: pass"]
for b in bad:
    try: compile(f"match v:\n  {b}", "<m>", "exec"); print(b, "ok")
    except SyntaxError as e: print(b, "!!", e.msg, e.lineno, e.offset, e.end_offset)
