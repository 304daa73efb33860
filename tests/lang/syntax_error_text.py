# The line and the stretch that a SyntaxError carries: how much of the line had been read, and where
# what cannot be decoded is said to be.
TEXTS = [
    "(", "a = (1,\n2", "x = [1,2\ny = 3", "]", "a = (1]", "1__0", "0777", "1e", "0x", "0b2", "5a", "0o8",
    "x = ‘a’", "x = 1 € 2", "a\u00a0b", "x = 'abc", "x = '''abc", "\\ a", "a = 1 \\ 2\nb",
    "for x in y\n pass", "if x\n pass", "x = \n", "def f(:\n pass", "print 'a'", "x = 3 4", "  x", "if 1:\nx",
    "'\\N{foo}'", "'\\x1'", "b'\\x1'", "'a' '\\x1' 'b'", "('a'\n '\\x1')", "x = '\\x1' + 1", "'\\N'", "\"\\u12\"",
    "u'\\U00110000'", "f'\\N{foo}'", "f'{x}\\N{foo}'", "f'\\x1{a}'", "f'é\\N{foo}'", "x = ('a'\n f'\\x1')",
    "f'{'", "f'}'", "f'{a", "f'{a:}}'", "f'{a b}'", "f'''{\na b\n}'''", "f'{\\'}'", "a = f'{yield'",
]
for text in TEXTS:
    for mode in ("exec",) if "\\" in text or "f'" in text else ("exec", "eval"):
        try:
            compile(text, "<text>", mode)
        except SyntaxError as e:
            print(repr(text), type(e).__name__, e.msg)
            print("   ", e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
        else:
            print(repr(text), "fine")
