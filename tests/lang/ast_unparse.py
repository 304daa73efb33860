# ast.unparse: trees as text, with as few parentheses as it takes.
import ast

EXPRESSIONS = r"""
a + b * c
(a + b) * c
a - (b - c)
(a - b) - c
a ** b ** c
(a ** b) ** c
-a ** b
(-a) ** b
-(-a)
not (a and b)
(not a) and b
a and (b and c)
(a and b) or c
a and (b or c)
(a or b) and c
a and b and (c and d)
a < b < c
(a < b) < c
a < (b < c)
a if b else c
(a if b else c) if d else e
a if b else (c if d else e)
lambda: 0
lambda x, /, y, *z, w=1, **k: (x, y)
(lambda: 0)()
(lambda x: x)(1) + 2
[a for b in c if d if e]
{a: b for a, b in c}
{a async for a in b}
(x for x in (y for y in z))
f(x for x in y)
f(a, *b, c=d, **e)
f((yield))
a[1:2, ::3]
a[1,]
a[()]
a[b:c]
a[(b, c)]
a[*b]
(a, b)
(a,)
()
[a, (b, c)]
{1, 2}
{**a, 'b': 1}
{}
(a := 1)
f(a := 1)
[a := 1, 2]
x[a := 1]
1 .real
(1).real
1.5.real
1j.imag
-1
(-1).real
+-~a
not not a
await a
(await a)(b)
await (a + b)
*a, b
a @ b // c % d
a << b >> c | d ^ e & f
a | (b ^ c)
(a | b) & c
'it''s'
"it's"
'"'
'\'"'
'\n\t\\'
u'old'
b'bytes\x00'
1e400
1e400j
-1e400
...
None
'é€\x7f\u200b'
f''
f'{a}'
f'{a!r:>{w}}'
f'{a:{b}{c}}'
f'{{a}}{b}'
f'{ {1: 2}}'
f'{a["b"]}'
f"{a['b']}"
f'{a}' 'b' f'{c}'
f'{"x"}'
f"it's {a}"
f'"{a}"'
f'{a=}'
f'{f"{a}"}'
f'{a:%Y-%m}'
f'{lambda_}'
f'{(lambda: 1)}'
f'{a if b else c}'
f'{a, b}'
f'{a}\n{b}'
f'''{a}'"'''
f'{a:\n}'
rf'\d{a}'
"""

PROGRAMS = ['''
"""Doc."""
import a, b.c as d
from . import e
from ..f import g as h, i
from j import *
x = y = 1
(a, b), *c = d
x: int
x: int = 3
(x): int = 3
x.y: int
x += 1; y **= 2; z @= 3
del a, b[c], (d, e)
assert a, b
assert a
global g
raise
''', '''
def f(a, b=1, /, c: int=2, *args: str, d, e=3, **kw: dict) -> int:
    """Two
    lines."""
    nonlocal_ = 1
    return

@deco
@deco.other(1)
class C(A, *B, metaclass=M, **kw):
    \'\'\'It's "quoted".\'\'\'
    x = 1
    def g(self): return self, 1
    async def h(self, *, a): return await a
class D: pass
''', '''
if a: b
elif c: d
elif e:
    if f: g
else:
    if h: i
    j
if a: b
else:
    if c: d
for a, b in c, d: pass
else: e
for x in *a, b: continue
while a: break
else: pass
with a as b, c as (d, e), f: pass
with (a, b): pass
async def f():
    async with a as b: pass
    async for c in d: await e
    return [x async for x in y]
try: a
except B: c
except (D, E) as f: g
except: h
else: i
finally: j
try: a
except* B as c:
    try: d
    except E: f
def gen():
    x = yield
    y = yield a, b
    yield from c
    z = (yield) + 1
    return (yield x), 1
raise A from B
raise A
''', '''
match a, b:
    case 1 | 'x' | None: pass
    case -1 | 1 + 2j | a.b: pass
    case [a, *_, (1 | 2) as c]: pass
    case (x, *rest) if rest: pass
    case {'k': v, **others}: pass
    case {}: pass
    case A(1, b, c=D()) as e: pass
    case str(x) | int(x): pass
    case _: pass
''']
for text in EXPRESSIONS.strip().split("\n"):
    try:
        print(ast.unparse(ast.parse(text)))
    except (SyntaxError, ValueError) as e:
        print(text, type(e).__name__, str(e)[:40])
for text in PROGRAMS:
    print(ast.unparse(ast.parse(text)))
    print("=" * 20)


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.Constant(node.value * 2) if isinstance(node.value, int) else node


print(ast.unparse(Double().visit(ast.parse("def f(x=1):\n  return x + 2 * 3"))))
made = ast.Module([ast.Expr(ast.Call(ast.Name("print", ast.Load()), [ast.Constant("hi")], []))], [])
print(ast.unparse(made))
print(ast.unparse(ast.parse("a + b", mode="eval")), ast.unparse(ast.parse("x = 1").body[0]))
print(ast.unparse(ast.BinOp(ast.BinOp(ast.Name("a"), ast.Add(), ast.Name("b")), ast.Mult(), ast.Tuple([ast.Name("c")]))))
print(repr(ast.unparse(ast.Add())), ast.unparse(ast.parse("def f(a, *, b): pass").body[0].args))
