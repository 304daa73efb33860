# Patterns of bytes search whatever lends its memory.
import array
import re

print(re.search(b"b+", bytearray(b"abbbc")))
m = re.search(b"b+", memoryview(b"abbbc"))
print(m, m.group(), type(m.group()), type(m.string))
m = re.search(b"(b)(b+)(?P<n>x)?", bytearray(b"abbbc"))
print(m.groups(), type(m.group()), m.string, m[2], m.span(2), m.groupdict())
print(re.findall(b"b", bytearray(b"abbbc")), re.split(b"(b)", bytearray(b"abbc")))
print(re.sub(b"b", b"x", bytearray(b"abbbc")), re.subn(b"Q", b"x", memoryview(b"aXc")))
print(re.sub(b"b", bytearray(b"x"), b"abbbc"), re.sub(b"(b)", rb"<\1>", bytearray(b"abc")))
print(re.sub(b"b", lambda m: m[0] * 2, memoryview(b"abbbc")))
print([x.group() for x in re.finditer(b"b", memoryview(b"abbbc"))])
print(re.fullmatch(b"abc", bytearray(b"abc")), re.match(b"a", bytearray(b"abc")))
print(re.search(b"b+", array.array('B', b"abbbc")), re.search(b"b", memoryview(b"abbb")[2:]))


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: re.search("b", bytearray(b"b")))
attempt(lambda: re.search("b", memoryview(b"b")))
attempt(lambda: re.search(b"b", memoryview(b"abab")[::2]))
attempt(lambda: re.search(b"b", 3))
attempt(lambda: re.compile(bytearray(b"b")))
attempt(lambda: re.search(bytearray(b"b"), b"b"))

b = bytearray(b"abc")
m = re.search(b"bc", b)
b[1:3] = b"Q"
print(m.group(), m.string)
it = re.finditer(b"b", b)
attempt(lambda: b.append(3))
del it
attempt(lambda: b.append(3))
print(b)


def grow(match):
    b.append(1)
    return b''


attempt(lambda: re.sub(b"Q", grow, b))
b.append(4)
print(b)
for subject in b"abc", bytearray(b"abc"):
    m = re.search(rb"(\w)", subject)
    print(m.expand(rb"<\1>"), m.expand(b"lit"))
