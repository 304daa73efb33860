"""What a SyntaxError tells of each mistake: line, columns, text."""
tests = [
    "x = '''a\nb''' y\n", "x = '''a\nb\nc''' +\n", "x = (1,\n 2) y\n", "f('''\n''' 1)\n",
    "x = 1; from __future__ import annotations\n", "x=1; from __future__ import annotations",
    "'doc'\nx=1\nfrom __future__ import annotations\n", "try: pass", "try: pass\n", "try:\n  pass",
    "try:\n  pass\n", "try: pass\nx=1", "a = '''\n", "a = 'abc", "def f(:\n pass", "x = {\n'a': 1,\n'b' 2}\n",
    "print '''a\nb'''\n", "print 1", "exec '''a\nb'''", "from __future__ import nope",
    "from __future__ import braces", "1 = '''\n'''", "'''\n''' = 1", "f('''\n''') = 1", "(a,\nb) += 1",
    "x = '''\n\n''' if 1\n", "'''\n''' '''b\n''' x y\n", "for x in '''\n''' y:\n  pass\n", "f'''{a b}\n'''",
    "f'''\n{a b}\n'''", "f'''\n{}\n'''", "f'{a!x}'", "f'{'", "f'''{\n'''", "if '''\n''' = 1: pass\n",
    "a\n  b\n", "if 1:\nx\n", "\tif 1:\n  x\n", "x = 5 5", "a b c", "lambda: (yield)= 1", "class C: return 1",
    "def f(a, a): pass", "def f():\n x=1\n global x\n", "def f():\n nonlocal x\n", "nonlocal x", "break",
    "continue", "return", "yield", "await x", "async with x: pass", "def f(): await x",
    "def f():\n async with x:\n  pass", "def f(): [x async for x in y]", "*a = 1", "*a", "a = *b", "del *a",
    "del f()", "del (a, 1)", "x: int = ", "(a, b): int = 1", "x + 1 = 2", "x: int: int", "None = 1",
    "f(None=1)", "f(a=1, 2)", "f(**a, *b)", "f(**a, b)", "def f(a=1, b): pass", "def f(*): pass",
    "def f(**k, a): pass", "def f(a, /, b, /): pass", "def f(*, /): pass",
    "match x:\n case a: pass\n case b: pass", "match x:\n case a|b: pass",
    "match x:\n case {**a, 'x': 1}: pass", "match x:\n case C(a=1, 2): pass",
    "match x:\n case [*a, *b]: pass", "match x:\n case 1+2: pass", "with a as 1: pass", "for 1 in x: pass",
    "import a.b as c.d", "from a import *, b", "from a import (b, )", "from a import b,", "from . import",
    "import", "def f():\n from a import *", "a := 1", "(a.b := 1)", "[a := 1 for a in b]",
    "class C: [a := 1 for b in c]", "x = 0777", "1_", "1__0", "0x", "0b2", "0o8", "1e", "1.e", "1abc",
    "1if 2else 3", "'\\N{x}'", "'\\xg'", "b'\\xg'", "b'é'", "'\\u12'", "$", "a ? b", "é = 1", "a‘b", "\\ x",
    "(", ")", "(]", "[1,\n2", "{1:2,\n3)", "a\\", "if x", "while x", "else: pass", "elif x: pass",
    "except: pass", "finally: pass", "try:\n pass\nexcept A, B:\n pass",
    "try:\n pass\nexcept:\n pass\nexcept A:\n pass", "try:\n pass\nexcept* A:\n pass\nexcept B:\n pass",
    "try:\n pass\nexcept*:\n pass", "raise a, b", "assert a b", "print(a b)", "f(a b)", "f(a for a in b, c)",
    "[a, b for a in b]", "{a:b, **c for d in e}", "{**a for a in b}", "[*a for a in b]", "(*a for a in b)",
    "{a: *b}", "{a:}", "{a: b, c}", "{a, b: c}", "a = b = ", "a = yield = 1", "def f(x):\nreturn 1",
    "class C\n pass", "def f()\n pass", "def f:\n pass", "for x y: pass", "for x in: pass", "not = 1",
    "a not b", "a is is b", "a <> b", "a++", "a--b", "a+++b =", "++a = 1", "x = a if b", "x = a if b else",
    "a if b = 1", "lambda x=1, y: 1", "@\ndef f(): pass", "@a\nx = 1", "async x", "async def",
    "async lambda: 1", "await", "global", "global x, ", "pass x", "break x", "del", "del x,y z", "assert",
    "raise from x", "type X = 1; type", "def f[T](): pass\nclass A[T: int = 3]: pass", "def f[T, T](): pass",
    "type X[*T: int] = 1",
]
for t in tests:
    try:
        compile(t, "<s>", "exec")
        print(repr(t), "ok")
    except SyntaxError as e:
        print(repr(t), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
    except Exception as e:
        print(repr(t), type(e).__name__, e)
