import sys


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


b = bytearray(b"hello")
b.append(33)
b.extend(b" you")
b.extend([65, 66])
print(b, len(b), b[0], b[-1], b[1:4], b[::-2], b"ell" in b, 104 in b, type(b[1:2]))
b[0] = 72
b[1:3] = b"EEEE"
del b[-2:]
b[::3] = bytes(len(b[::3]))
print(b, b.find(b"o"), b.count(b"\0"), b.index(111))
b.insert(0, 1)
b.insert(-1, 2)
print(b.pop(), b.pop(0), b.remove(0), b)
b.reverse()
print(b, b.copy() is b, b.copy() == b, b + b"x", b"x" + b, type(b + b"x"), type(b"x" + b), b * 2)
b += b"tail"
b *= 2
print(b, bytearray(3), bytearray([1, 2, 255]), bytearray("é", "utf-8"), bytearray(), bytearray(range(4)))
b.clear()
print(b, bool(b), bytearray(b"x") == b"x", b"x" == bytearray(b"x"), bytearray(b"a") < b"b", bytearray(b"a") != "a")
c = bytearray(b"  Mixed Case,words,here ")
print(c.strip(), c.split(b","), c.upper(), c.lower().title(), c.replace(b"words", b"W"), c.partition(b","))
print(c.startswith(b"  M"), c.endswith((b"x", b" ")), c.hex(" ", 4), bytearray.fromhex("00 ff 10"), c.decode())
print(b",".join([bytearray(b"a"), b"b"]), bytearray(b",").join([b"a", bytearray(b"b")]), c.translate(None, b"aeiou"))
print(b"%s" % c, bytearray(b"%d-%s") % (5, b"x"), c.isalpha(), c.zfill(30), c.rjust(26, b"*"), c.splitlines())
print(list(bytearray(b"abc")), [hex(x) for x in bytearray(b"\x00\xff")], max(bytearray(b"az")), sorted(bytearray(b"cab")))
print(bytes(bytearray(b"abc")), str(bytearray(b"abc")), repr(bytearray(b"it's")), int(bytearray(b"42")) if False else 42)
print(int.from_bytes(bytearray(b"\x01\x00"), "big"), "abc".encode() == bytearray(b"abc"), bytearray(b"abc") in [b"abc"])
for f in (lambda: bytearray("x"), lambda: bytearray([256]), lambda: bytearray(-1), lambda: bytearray([1, "a"]),
          lambda: bytearray(5.0), lambda: b.pop(), lambda: c.__setitem__(0, 300), lambda: c.__setitem__(100, 1),
          lambda: c.append("a"), lambda: c.remove(1), lambda: {c}, lambda: c + "x", lambda: c.extend("x"), lambda: c[1.5],
          lambda: c.__setitem__(slice(0, 4, 2), b"abc"), lambda: c.__setitem__(slice(0, 1), 5), lambda: c.extend(5),
          lambda: bytearray(b"x", "utf-8"), lambda: c.pop(100), lambda: c["a"], lambda: hash(c), lambda: "x" in c):
    t(f)
sizes = []
g = bytearray()
for i in range(200):
    g.append(i % 256)
    sizes.append(sys.getsizeof(g))
print(sizes[::7], g.__alloc__())
while g:
    g.pop()
    if len(g) % 20 == 0:
        print(len(g), sys.getsizeof(g), end="; ")
print()
h = bytearray(b"0123456789" * 5)
del h[:10]
print(sys.getsizeof(h), h.__alloc__(), h[:5])
h.extend(b"x" * 3)
print(sys.getsizeof(h), h.__alloc__())
h[:40] = b"ab"
print(sys.getsizeof(h), h.__alloc__(), h)


class Sub(bytearray):
    pass


print(Sub(b"ab"), type(Sub(b"ab")[0:1]).__name__, Sub(b"q").upper())
match bytearray(b"m"):
    case bytearray(x):
        print("matched", x)
