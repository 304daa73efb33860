import textwrap
text = "The quick brown fox jumped over the lazy dog. It was a well-known, state-of-the-art jump -- really! Antidisestablishmentarianism is a long word."
for w in (20, 33, 70, 10):
    print(textwrap.fill(text, w))
    print("-" * w)
print(textwrap.wrap(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap("a bcdefghijklmnop q", 5), textwrap.wrap("a bcdefghijklmnop q", 5, break_long_words=False), textwrap.wrap(""), textwrap.wrap("   "))
print(textwrap.shorten("Hello  world, how   are you", 15), textwrap.shorten("Hello world", 20), textwrap.shorten("Hello world!", width=11, placeholder="..."))
print(repr(textwrap.dedent("""
    def f():
        return 1

    print(f())
  """)), repr(textwrap.dedent("  a\n b\n  c")), repr(textwrap.dedent("\ta\n\t  b")))
print(repr(textwrap.indent("a\n\n b\n", "> ")), repr(textwrap.indent("a\n\nb", "+", lambda line: True)))
print(textwrap.wrap("x\ty\nz", 80), textwrap.wrap("one two three four", 9, max_lines=2), textwrap.wrap("one two three four", 9, max_lines=2, placeholder="~"))
print(textwrap.wrap("hyphen-ated words-here", 10), textwrap.wrap("hyphen-ated words-here", 10, break_on_hyphens=False), textwrap.wrap("Dr. Smith is here. he said hi.", 40, fix_sentence_endings=True))
for f in (lambda: textwrap.wrap("a", 0), lambda: textwrap.wrap("abc def", 3, max_lines=1)):
    try:
        print(f())
    except ValueError as e:
        print(e)
w = textwrap.TextWrapper(width=12)
w.initial_indent = "> "
print(w.fill("some words to wrap around"))
