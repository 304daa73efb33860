# Where SyntaxErrors are, and what their args hold: offsets in bytes or in characters, ends on other
# lines, places that are set after the exception was made.
TEXTS = [
    'é = 1; return 5', "x = 'é'\ndef f():\n    'éé'; continue; x = 1\n", "'ü'; nonlocal x; 5", "'ü' = 4; 5",
    "'日本'; (a for b in c) = 4", 'éé = "日本"; import *, x', 'éé = "日本"; x y',
    'éé = "日本"; f(x y)', 'éé = "日本"; f(x for x in y, 5)', 'éé = "日本"; 0777', 'éé = "日本" )',
    'éé = "日本"; x = (\n1', 'if 1:\n   x\n "日本"', "(a\n    b)", "f(a\n 'longer than the first line')",
    "nonlocal x", "def f(a, a): pass", "def f():\n x = 1\n global x",
    "class A:\n  [i := 1 for x in y]", "def f():\n nonlocal zz", "[(yield) for x in y]",
    "def f():\n from x import *", "return", "break", "await x", "del __debug__", "a, *b, *c = d",
    "try:except x\n y: pass", "try: except ", "lambda(x: f([x, x], x))", "lambda(x, y): x", "lambda a, (b): 1",
    "def f(a, (b)): pass", "1elsey", "x = 1notin y", "0xforx in y", "1or0", "3and4",
]
for text in TEXTS:
    try:
        compile(text, "<text>", "exec")
        print(repr(text), "fine")
    except SyntaxError as e:
        print(repr(text), type(e).__name__, e.args, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text)
