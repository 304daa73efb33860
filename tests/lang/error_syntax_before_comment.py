# Where an error at the end of a line is, if a comment follows: up to 3.11 to the comment's end, then one more.
PIECES = ["if x", "while True", "def f()", "class A", "for i in x", "try", "with x", "match x", "if x:\n  y\nelif z",
          "if x:\n  y\nelse", "try:\n  x\nexcept", "try:\n  x\nfinally", "match x:\n  case 1", "x =", "x +=", "x = 5 +",
          "import", "from x import", "del", "assert", "raise x from", "global", "lambda x", "lambda:", "not", "@", "for x in",
          "x if y", "x[", "(1,", "{1: 2, 3}", "print(1 2)", "a b"]
for piece in PIECES:
    for behind in "", "  # why", "   ", " # größer":
        try:
            compile(piece + behind + "\n  y\n", "nowhere.py", "exec")
        except SyntaxError as e:
            print(repr(piece + behind), e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)

exec("def biggest(data):\n  if data[0] > 3      # the first one\n    return 3\n")
