# encode and decode.
for s in ("abc", "né", "日本", "\U0001F600"):
    print(s.encode(), s.encode("utf-8") == s.encode(), s.encode().decode() == s, len(s.encode()))
print("né".encode("latin-1"), b"n\xe9".decode("latin-1"), "é".encode("ascii", "ignore"), "é".encode("ascii", "replace"))
print(b"caf\xc3\xa9".decode(), b"\xff".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"), "a".encode("ascii"))
