# split, rsplit, splitlines, partition, join.
print("a b  c ".split(), "a b  c ".split(" "), "a,b,c".split(",", 1), "".split(), "".split(","), "  ".split())
print("a,b,c".rsplit(",", 1), " a b c ".rsplit(None, 1), "a b c".split(None, 1), "a--b".split("--"), "abc".split("abc"))
print("one\ntwo\r\nthree\n".splitlines(), "a\nb".splitlines(True), "".splitlines(), "\n".splitlines(), "a\x0bb\x85c".splitlines())
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="), "kv".rpartition("="))
print(",".join("abc"), "".join(["x", "y"]), "-".join([]), "ab".join(("1",)), ", ".join({"k": 1, "l": 2}))
