# Text that ends in a backslash, or is blank alone, by the three ways to compile it.
for text in "x = \\", "\\", "1 + \\", " ", "   ", " \t", "x = 1 \\", "'a' \\", "if x: \\", "# \\", "'\\", "":
    for mode in "exec", "eval", "single":
        try:
            compile(text, "<text>", mode)
        except SyntaxError as e:
            print(repr(text), mode, type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
        else:
            print(repr(text), mode, "compiles")
