# The separator may be any buffer; bytes hand the very object back, a bytearray a copy.
for kind in (bytes, bytearray, memoryview):
    separator = kind(b"--")
    before, middle, after = b"a--b--c".partition(separator)
    print(before, middle is separator, after)
    print(b"a--b--c".rpartition(separator)[::2], b"abc".partition(separator))
print(bytearray(b"a--b").partition(b"--"), bytearray(b"ab").rpartition(b"--"))
separator = bytearray(b"--")
print(bytearray(b"a--b").partition(memoryview(b"--")), bytearray(b"a--b").rpartition(separator)[1] is separator)
for wrong in ("-", 3, b"", memoryview(b"")):
    try:
        b"a-b".partition(wrong)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
