from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple
import sys

@dataclass
class Num: value: float
@dataclass
class BinOp:
    op: str
    left: Any
    right: Any
@dataclass
class Neg: arg: Any
class Color(Enum):
    RED = 1; GREEN = 2
class Pt(NamedTuple):
    x: int; y: int = 0

def ev(e):
    match e:
        case Num(v): return v
        case BinOp("+", l, r): return ev(l) + ev(r)
        case BinOp("*", Num(0), _) | BinOp("*", _, Num(0)): return 0
        case BinOp("*", l, r): return ev(l) * ev(r)
        case BinOp(op=o): raise ValueError(f"unknown operator {o!r}")
        case Neg(arg=BinOp() as inner): return -ev(inner)
        case Neg(a): return -ev(a)
        case _: raise TypeError(e)
tree = BinOp("+", Num(2), BinOp("*", Num(3), Neg(Num(4))))
print(ev(tree), tree)
try: ev(BinOp("^", Num(1), Num(2)))
except ValueError as e: print(e)
def tokenise(s):
    i = 0
    while i < len(s):
        match s[i]:
            case " ": i += 1
            case "+" | "*" | "(" | ")" | "-" as c: yield c; i += 1
            case d if d.isdigit():
                j = i
                while j < len(s) and (s[j].isdigit() or s[j] == "."): j += 1
                yield float(s[i:j]); i = j
            case bad: raise SyntaxError(f"bad character {bad!r} at {i}")
def parse(tokens):
    tokens = list(tokens) + [None]
    pos = 0
    def peek(): return tokens[pos]
    def take():
        nonlocal pos
        pos += 1
        return tokens[pos - 1]
    def expr():
        left = term()
        while peek() in ("+", "-"):
            op = take()
            right = term()
            left = BinOp("+", left, right if op == "+" else Neg(right))
        return left
    def term():
        left = atom()
        while peek() == "*":
            take()
            left = BinOp("*", left, atom())
        return left
    def atom():
        match take():
            case float(v): return Num(v)
            case "-": return Neg(atom())
            case "(":
                inner = expr()
                assert take() == ")", "missing )"
                return inner
            case t: raise SyntaxError(f"unexpected {t!r}")
    result = expr()
    if peek() is not None: raise SyntaxError(f"trailing {peek()!r}")
    return result
for text in ("1 + 2 * 3", "(1 + 2) * -3", "2 * (3 + 4) - 1", "1 +", "2 $ 3", "(1", "1 2"):
    try: print(text, "=", ev(parse(tokenise(text))))
    except (SyntaxError, AssertionError) as e: print(text, "!", type(e).__name__, e)
def color(c):
    match c:
        case Color.RED: return "stop"
        case Color.GREEN: return "go"
print([color(c) for c in Color], color(5))
def where(p):
    match p:
        case Pt(0, 0): return "origin"
        case Pt(x=0) | Pt(y=0): return "axis"
        case (x, y, z): return "3d"
        case Pt(): return f"at {p.x},{p.y}"
print([where(p) for p in (Pt(0), Pt(1), Pt(0, 3), Pt(2, 2), (1, 2, 3), (1, 2))])
def http(status):
    match status:
        case 200 | 201: return "ok"
        case 404: return "missing"
        case code if 500 <= code < 600: return "server"
        case int(): return "other"
        case str(s) if s.isdigit(): return http(int(s))
        case {"status": inner, **extra}: return http(inner), extra
        case [first, *_]: return http(first)
        case None: return None
print([http(s) for s in (200, 404, 503, 302, "404", {"status": 201, "x": 1}, [500, 1], None, "x", 2.5)])
def command(line):
    match line.split():
        case ["move", ("up" | "down") as d, n] if n.lstrip("-").isdigit(): return d, int(n)
        case ["say", *words]: return " ".join(words)
        case ["quit"] | ["exit"] | ["q", *_]: return "bye"
        case []: return "nothing"
        case _: return "?"
print([command(l) for l in ("move up 3", "move left 3", "say hi there", "q now", "", "exit", "fly")])
