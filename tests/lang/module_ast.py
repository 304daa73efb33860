# ast: trees parsed, shown, walked and changed.
import ast
src = '''
"""Doc
   string."""
import os, sys as s
from . import x
from a.b import *
@deco(1)
class A(B, metaclass=M):
    x: int = 3
    async def f(self, a, /, b=2, *args, c, d=4, **kw) -> int:
        "doc f"
        async with a as b, c: await d
        async for i in y: pass
        return [i for i in range(3) if i if not i]
def g(n):
    global z
    if n < 2 <= 3: return 1
    elif n: pass
    else: raise ValueError("x") from None
    while True:
        try: n += 1; break
        except (A, B) as e: continue
        except: pass
        else: del n, m[0]
        finally: assert n, "msg"
    for k, (v, *w) in d.items(): print(f"{k} {v}", *a, **b)
    x = lambda a, *b: (yield a)
    return {1: 2, **d}, {1, 2}, {k: v for k, v in z}, a[1:2, ::3], a.b.c, not -x ** ~2, a and b or c, x if y else z, (q := 5), ..., None, True, b"b", 1.5, 2j, 10**3 // 2 % 3 @ 4 << 1 >> 2 & 3 | 4 ^ 5, a is not b, a not in c
match p:
    case 1 | "a": pass
    case [1, *rest]: pass
    case {"k": v, **r}: pass
    case C(a, b=2) as z if z: pass
    case None: pass
    case _: pass
with open("x") as f, g: nonlocal_ = 1
a = b = c = 1; a[0].b += 2
try: pass
except* E: pass
'''
t = ast.parse(src)
print(ast.dump(t)); print(ast.dump(t, indent=2)); print(ast.dump(t, include_attributes=True)); print(ast.dump(t, annotate_fields=False))
print(ast.dump(ast.parse("1 + 2", mode="eval")), ast.dump(ast.parse("x = 1", mode="single")), type(t), t.body[0].value.lineno)
class V(ast.NodeVisitor):
    def __init__(self): self.names = []; self.depth = 0
    def visit_Name(self, n): self.names.append((n.id, type(n.ctx).__name__)); self.generic_visit(n)
    def visit_FunctionDef(self, n): print("def", n.name, n.lineno, n.end_lineno, ast.get_docstring(n)); self.generic_visit(n)
    visit_AsyncFunctionDef = visit_FunctionDef
v = V(); v.visit(t); print(v.names); print([type(n).__name__ for n in ast.walk(t)][:60]); print(ast.get_docstring(t), repr(ast.get_docstring(t, clean=False)))
class T(ast.NodeTransformer):
    def visit_Constant(self, n): return ast.copy_location(ast.Constant(n.value * 2), n) if isinstance(n.value, int) else n
    def visit_Pass(self, n): return None
    def visit_Expr(self, n): self.generic_visit(n); return [n, ast.Expr(ast.Name("dup", ast.Load()))]
u = ast.fix_missing_locations(T().visit(ast.parse("f(1)\nif x:\n  pass\n  y = 3"))); print(ast.dump(u), u.body[1].lineno); ast.increment_lineno(u, 5); print(u.body[0].lineno)
print([ast.get_source_segment(src, n) for n in ast.walk(t) if isinstance(n, (ast.Compare, ast.Lambda))], list(ast.iter_fields(ast.parse("x", mode="eval"))) != [], ast.Name._fields, ast.FunctionDef._fields, ast.BinOp.__mro__, ast.stmt._attributes, ast.Name.__match_args__)
n = ast.BinOp(ast.Constant(1), ast.Add(), right=ast.Constant(2)); print(ast.dump(n), isinstance(n, ast.expr), n.op, hasattr(n, "lineno")) if 0 else print(ast.dump(n), isinstance(n, ast.expr), hasattr(n, "lineno"))
match n:
    case ast.BinOp(ast.Constant(a), ast.Add(), ast.Constant(b)): print("folded", a + b)
def ev(n):
    import operator as o
    ops = {ast.Add: o.add, ast.Mult: o.mul, ast.Sub: o.sub, ast.USub: o.neg, ast.Pow: o.pow}
    if isinstance(n, ast.Expression): return ev(n.body)
    if isinstance(n, ast.Constant): return n.value
    if isinstance(n, ast.BinOp): return ops[type(n.op)](ev(n.left), ev(n.right))
    if isinstance(n, ast.UnaryOp): return ops[type(n.op)](ev(n.operand))
    raise TypeError(type(n).__name__)
print(ev(ast.parse("-(1 + 2) * 3 ** 2", mode="eval")))
for bad in (lambda: ast.parse("x ="), lambda: ast.parse("return 1").body[0].value.value, lambda: ast.parse(5), lambda: ast.dump(5), lambda: ast.Name(1, 2, 3), lambda: ast.parse("1 1", mode="eval"), lambda: ast.get_docstring(ast.Pass()), lambda: ev(ast.parse("f()", mode="eval")), lambda: ast.parse("x", mode="zz"), lambda: ast.Name("x", id="y")):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
