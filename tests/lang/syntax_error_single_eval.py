"""Where a SyntaxError says it is, in an expression and in a line of a dialogue; errors behind tokens of many lines."""
for mode in ("eval", "single"):
  for t in [
    "x = '''\n''' y\n", "1 +\n", "a b\n", "'''\n''' b\n", "\n\n", "a;b\n", "a\nb\n", "if 1:\n  pass\n", "if 1: pass\n", "if 1: pass\n\n", "try: pass\n", "def f(): pass\n", "(1\n", "'a\n", "'''a\n", "# x", "x # y", "  x", "  x\n", "x\n\n\n", "x\n\n\ny", "class A:\n  def f(): pass", "class A:\n  def f(): pass\n", "class A:\n", "class A:", "for x in y: pass\nfor z in y: pass\n", "with a:\n  b\nc", "@a", "@a\n", "x = 1; y", "x = 1;", "1 if 2", "1 if 2\n", "f(", "f(\n", "[1,\n2,\n", "\\\n", "x \\\n+ y z", "x \\\n+ y z\n"]:
    try:
        compile(t, "<s>", mode)
        print(mode, repr(t), "ok")
    except SyntaxError as e:
        print(mode, repr(t), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
for t in ["x = 1 \\\n y z\n", "x = 1 \\\n y\n", "# a \\\nx y\n", "x = (1, # \\\n 2 3)\n", "x = '''\n''' + \\\n 5 6\n", "x = '''\n''' + \\\n '''\n''' 6\n", "x = '''\n''' + \\\n '''\n''' $\n", "é = '''\n''' x\n", "f'''{\nx y}'''", "f'''{x}\n''' y", "f'''{x\n}\n''' y", "x = 'a\\\nb' c\n", "f'a\\\nb' c\n"]:
    try:
        compile(t, "<s>", "exec")
        print(repr(t), "ok")
    except SyntaxError as e:
        print(repr(t), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
