# Bytes literals, their escapes, and their repr.
print(b"abc", b'it\'s', b"say \"hi\"", b'')
print(b"\x00\xff\x41\n\t\r\\\a\101")
print(rb"\n", Rb"\x41", bR'\'', BR"x")
print(b"one" b" " b"two")
print(len(b"\x00\x01"), b"""a
b""")
