# Methods of bytes.
b = b"Hello, World"
print(b.upper(), b.lower(), b.find(b"o"), b.rfind(b"o"), b.count(b"l"), b.replace(b"l", b"L"), b.split(b", "), b.swapcase())
print(b[0], b[-1], b[1:4], b[::-1], list(b[:3]), b.startswith(b"He"), b.endswith((b"x", b"ld")), b.index(b"W"), 72 in b)
print(b"-".join([b"a", b"b"]), b" x ".strip(), b"a,b".partition(b","), b"x".center(5, b"*"), b"7".zfill(3), b"ab".title())
print(b.hex(), b"\x01\xff".hex("-"), bytes.fromhex("00ff 10"), b"abc".isalpha(), b"12".isdigit(), b" ".isspace(), b"a" + b"b")
print(bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(), bytes(b"x"), bytes(range(3)), b"a\nb".splitlines(), b"%d %s" % (5, b"x"))
