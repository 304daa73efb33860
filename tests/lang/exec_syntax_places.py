"""Where errors are that CPython's versions place in different ways, and which words they have for them."""
SOURCES = ["f('ü', *, 5)", "f(a, *)", "f(**k, *a)", "f(a=1, *b, *)", "f(*, 5)", "f(**k, *)", "lambda x=: 1", "lambda x=, y: 1",
           "def f(x=): pass", "def f(x=, y): pass", "match x:\n case 1 | a: pass", "match x:\n case 1 | (a, b) | 3: pass",
           "match x:\n case (a, b) | 1: pass", "match x:\n case [1, a, 2] | [b]: pass",
           "match x:\n case {'a': b} | C(d, e=f): pass", "match x:\n case (1 as a) | 2: pass", "x = 1 {", "foo() {}",
           "a {1: 2}", "x = y {1}", "(a {", "[1 {2}]", "f(a {})", "for i in x {\n}", "def f() {\n}", "x = lambda {}"]
for source in SOURCES:
    try:
        compile(source + "\n", "<it>", "exec")
        print(source, "is right")
    except SyntaxError as error:
        print(ascii(source), error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
