# ord and chr.
print(ord("a"), ord("é"), ord("€"), ord("\U0001F600"), ord(b"a"), ord("\0"))
print(chr(97), chr(233), chr(8364), chr(128512), repr(chr(0)), repr(chr(0x10ffff)))
print([chr(ord("a") + i) for i in range(5)], "".join(chr(c) for c in (72, 105)), chr(True) == "\x01")
print(ord(chr(1000)) == 1000, chr(65) is chr(65))
