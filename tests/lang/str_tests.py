# The is... methods of str.
for s in ("abc", "ABC", "123", "a1", "", " ", "a b", "½", "²", "٣", "é", "_x", "1x", "if", "\t\n", "日本", "Ⅷ", "\x00"):
    print(repr(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isidentifier(),
          s.isprintable(), s.isascii())
