"""bytearray's maketrans gives bytes; float() names what it was given."""
table = bytearray(b"x").maketrans(b"ab", b"cd")
print(type(table), type(bytearray.maketrans(b"", b"")), table[97:100], bytearray(b"abc").translate(table))
for o in bytearray(b"q"), b"q", memoryview(b"q"), "q", bytearray(b" 1.5 "):
    try:
        print(float(o))
    except ValueError as e:
        print(str(e).partition(" at 0x")[0])
