# Once something is wrong, the first of the statements that look like Python 2's is what is told.
for source in ("print -1\nx = 1\ny = 2\nz = 3 3\n", "print [1] * 2\nprint (5,)\nprint 10 * [5]\n",
               "exec + 1\nif x:\n    pass\nelse\n", "def f():\n    print *a\n\nx = 1\nx = ]\n",
               "x.print - 1\ny = 2\nz = 3 3\n", "print (1)\nprint = 3\nx = 4 4\n"):
    try:
        compile(source, "s", "exec")
    except SyntaxError as e:
        print(e.lineno, e.offset, e.end_offset, e.msg)
