# strip, replace, removeprefix, removesuffix.
s = "  xx text xx \n"
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), "xxtextx".strip("x"), "abcba".strip("ab"), "aaa".strip("a") == "")
print("aXbX".rstrip("X"), "aXbX".lstrip("a"), "\u3000x\xa0".strip(), "x".strip(""), "xyx".lstrip("yx") == "")
print("banana".replace("an", "AN"), "banana".replace("a", "", 2), "aaa".replace("aa", "b"), "abc".replace("", "-"), "".replace("", "x"))
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "abc".removeprefix("b"), "abc".removesuffix(""))
